package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// The constants that may occur in a value, place by place: a set of values that has room for a
/// symbolic value under every assignment.
public sealed interface Form {

  /// A Boolean.
  record Truth(boolean mayHold, boolean mayFail) implements Form {}

  /// One of these integers, strings and model values.
  record OneOf(SortedSet<Value> values) implements Form {
    public OneOf {
      values = Collections.unmodifiableSortedSet(values);
    }
  }

  /// A set of some of these elements.
  ///
  /// @param certain whether an element surely belongs to the set
  record Members(ValueMap<Boolean> certain) implements Form {}

  /// A function.
  ///
  /// @param sequence whether the domain is surely `1..n` for some n
  record Graph(ValueMap<Argument> arguments, boolean sequence) implements Form {}

  /// @param certain whether it surely belongs to the domain
  record Argument(boolean certain, Form result) {}

  /// A value of one of several kinds; of none where there is no value at all.
  record AnyOf(Map<Kind, Form> kinds) implements Form {
    public AnyOf {
      kinds = Collections.unmodifiableMap(kinds);
    }
  }

  /// The kinds of values that forms tell apart.
  enum Kind {
    BOOLEAN,
    ATOM,
    SET,
    FUNCTION
  }

  /// The form of a symbolic value; null where it has none, because it depends on integers that the
  /// solver computes with, or is a set without a list of its elements.
  static @Nullable Form of(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) -> new Truth(!formula.isFalse(), !formula.isTrue());
      case SymValue.Atom(var choices) -> new OneOf(new TreeSet<>(choices.keySet()));
      case SymValue.SetOf(var members, _, _) ->
          new Members(members.mapped((_, guard) -> guard.isTrue()));
      case SymValue.Function(var entries, var sequence) -> graph(entries, sequence);
      case SymValue.Mixed(var alternatives) -> anyOf(alternatives);
      case SymValue.Int _, SymValue.Described _ -> null;
    };
  }

  private static @Nullable Form graph(ValueMap<SymValue.Entry> entries, boolean sequence) {
    List<Argument> arguments = new ArrayList<>(entries.size());
    for (SymValue.Entry entry : entries.values()) {
      Form result = of(entry.result());
      if (result == null) {
        return null;
      }
      arguments.add(new Argument(entry.inDomain().isTrue(), result));
    }
    return new Graph(entries.withResults(arguments), sequence);
  }

  private static @Nullable Form anyOf(List<SymValue.Alternative> alternatives) {
    Form joined = new AnyOf(Map.of());
    for (SymValue.Alternative alternative : alternatives) {
      Form form = of(alternative.value());
      if (form == null) {
        return null;
      }
      joined = joined.join(form);
    }
    return joined;
  }

  /// How many constants there is room for, place by place.
  default long size() {
    return switch (this) {
      case Truth _ -> 1;
      case OneOf(var values) -> values.size();
      case Members(var certain) -> certain.size();
      case Graph(var arguments, _) ->
          arguments.values().stream().mapToLong(argument -> 1 + argument.result().size()).sum();
      case AnyOf(var kinds) -> kinds.values().stream().mapToLong(Form::size).sum();
    };
  }

  /// The least form that has room for the values of both.
  default Form join(Form other) {
    if (equals(other)) {
      return this;
    }
    return switch (this) {
      case Truth(var mayHold, var mayFail) when other instanceof Truth(var holds, var fails) ->
          new Truth(mayHold || holds, mayFail || fails);
      case OneOf(var values) when other instanceof OneOf(var others) -> {
        SortedSet<Value> all = new TreeSet<>(values);
        all.addAll(others);
        yield new OneOf(all);
      }
      case Members(var certain) when other instanceof Members(var others) ->
          new Members(certain.joined(others, (_, l, r) -> l != null && r != null && l && r));
      case Graph graph when other instanceof Graph others -> join(graph, others);
      default -> new AnyOf(join(kinds(), other.kinds()));
    };
  }

  private static Graph join(Graph left, Graph right) {
    ValueMap<Argument> all =
        left.arguments.joined(
            right.arguments,
            (_, l, r) -> {
              if (l == null || r == null) {
                return new Argument(false, Objects.requireNonNull(l == null ? r : l).result());
              }
              return new Argument(l.certain() && r.certain(), l.result().join(r.result()));
            });
    return new Graph(all, left.sequence && right.sequence);
  }

  private static Map<Kind, Form> join(Map<Kind, Form> left, Map<Kind, Form> right) {
    Map<Kind, Form> all = new EnumMap<>(Kind.class);
    all.putAll(left);
    right.forEach((kind, form) -> all.merge(kind, form, Form::join));
    return all;
  }

  /// The form of the values of a kind; null where there are none.
  default @Nullable Form ofKind(Kind kind) {
    return kinds().get(kind);
  }

  /// The forms of the kinds that a value may be of.
  private Map<Kind, Form> kinds() {
    return switch (this) {
      case Truth _ -> Map.of(Kind.BOOLEAN, this);
      case OneOf _ -> Map.of(Kind.ATOM, this);
      case Members _ -> Map.of(Kind.SET, this);
      case Graph _ -> Map.of(Kind.FUNCTION, this);
      case AnyOf(var kinds) -> kinds;
    };
  }

  /// The kind of a symbolic value that has a form and is not mixed.
  static Kind kindOf(SymValue value) {
    return switch (value) {
      case SymValue.Bool _ -> Kind.BOOLEAN;
      case SymValue.Atom _ -> Kind.ATOM;
      case SymValue.SetOf _ -> Kind.SET;
      case SymValue.Function _ -> Kind.FUNCTION;
      case SymValue.Int _, SymValue.Described _, SymValue.Mixed _ ->
          throw new IllegalStateException("a value without a kind of form");
    };
  }
}
