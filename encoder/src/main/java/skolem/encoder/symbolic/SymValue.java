package skolem.encoder.symbolic;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// A value that depends on the assignment of the formulas' variables.
///
/// Under an assignment for which the expression that it came from has a value, it stands for
/// exactly that value; elsewhere for anything.
public sealed interface SymValue {

  /// A Boolean.
  record Bool(Formula formula) implements SymValue {}

  /// One of finitely many integers, strings and model values. The guards exclude one another, and
  /// one of them holds.
  ///
  /// @param choices at least one; no guard is FALSE
  record Atom(ValueMap<Formula> choices) implements SymValue {
    /// The only choice, or null where there are several.
    public @Nullable Value only() {
      return choices.size() == 1 ? choices.firstKey() : null;
    }
  }

  /// An integer that the solver computes with.
  record Int(IntTerm term) implements SymValue {}

  /// A set, by its possible elements and the formulas under which they belong to it.
  ///
  /// @param members no guard is FALSE
  /// @param choices which sets it is one of, as the choices of an [Atom], where they are known to
  ///   be few; else empty. The members alone have room for every combination of elements
  /// @param within a described set, or one of several, of which it is a part and which says what
  ///   values it can be asked about; null where the members say so, as in every set that is written
  ///   out: one that is an element, a result of a function, or the value of a variable
  record SetOf(ValueMap<Formula> members, ValueMap<Formula> choices, @Nullable SymValue within)
      implements SymValue {
    public SetOf(ValueMap<Formula> members) {
      this(members, ValueMap.empty(), null);
    }

    /// These elements as a part of a described set.
    public SetOf asPartOf(@Nullable SymValue other) {
      return within == other ? this : new SetOf(members, choices, other);
    }

    /// The set as what its elements are, and no more.
    public SetOf written() {
      return within == null ? this : new SetOf(members, choices, null);
    }
  }

  /// A function, by its possible arguments.
  ///
  /// @param entries by arguments; no domain guard is FALSE
  /// @param sequence whether the domain is surely `1..n` for some n: the arguments are `1..m`, and
  ///   each domain guard implies the one before it
  record Function(ValueMap<Entry> entries, boolean sequence) implements SymValue {
    /// The set of the arguments that it is defined for.
    public SetOf domain() {
      return new SetOf(entries.mapped((_, entry) -> entry.inDomain()));
    }
  }

  /// What a function does with one argument.
  record Entry(Formula inDomain, SymValue result) {
    public Entry {
      result = writtenOut(result);
    }
  }

  /// A value whose kind depends on the assignment. The guards exclude one another.
  ///
  /// @param alternatives none where the expression has no value at all; no alternative is a Mixed
  record Mixed(List<Alternative> alternatives) implements SymValue {
    public Mixed {
      alternatives = List.copyOf(alternatives);
    }
  }

  record Alternative(Formula guard, SymValue value) {}

  /// A set that is described, not listed.
  sealed interface Described extends SymValue {}

  /// `Nat` or `Int`.
  record Integers(boolean naturals) implements Described {}

  /// `STRING`.
  record Strings() implements Described {}

  /// `Any`.
  record Anything() implements Described {}

  /// `low..high` with more elements than are listed.
  record Range(IntTerm low, IntTerm high) implements Described {}

  /// `SUBSET base`.
  record PowerSet(SymValue base) implements Described {}

  /// `[domain -> range]`.
  record FunctionSet(SymValue domain, SymValue range) implements Described {}

  /// `[a : S, b : T]`; fields by name.
  record RecordSet(SortedMap<String, SymValue> fields) implements Described {}

  /// `S \X T`.
  record Product(List<SymValue> factors) implements Described {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /// `Seq(elements)`.
  record Sequences(SymValue elements) implements Described {}

  /// A union, intersection or difference of which at least one side is described.
  record Combined(Combination combination, SymValue left, SymValue right) implements Described {}

  /// A set whose elements depend on the assignment themselves, for elements that may be one of too
  /// many constants to list them. Several may be equal; any two can be compared.
  ///
  /// @param terms no guard is FALSE
  /// @param whole a set that it is a part of, where one is known
  record Terms(List<Term> terms, @Nullable Terms whole) implements Described {
    public Terms {
      terms = List.copyOf(terms);
    }

    public Terms(List<Term> terms) {
      this(terms, null);
    }

    /// Whether it is known, as these objects, that all elements are in the other set.
    @SuppressWarnings("ReferenceEquality")
    boolean isPartOf(SymValue other) {
      for (Terms set = this; set != null; set = set.whole) {
        if (set == other) {
          return true;
        }
      }
      return false;
    }
  }

  /// An element of a set, where it is present.
  record Term(Formula present, SymValue value) {}

  /// How two sets are combined.
  enum Combination {
    UNION,
    INTERSECTION,
    DIFFERENCE
  }

  /// `{x \in base : …}` for a base that cannot be listed.
  record Filtered(SymValue base, Test test) implements Described {}

  /// The predicate of a [Filtered] set.
  interface Test {
    /// Whether `element`, which belongs to the base wherever evaluation comes to `site`, belongs to
    /// the set.
    Formula holds(SymValue element, Site site);
  }

  /// The value, where it is a listed set without what that is a part of.
  static SymValue writtenOut(SymValue value) {
    return switch (value) {
      case SetOf set -> set.written();
      case Mixed(var alternatives)
          when alternatives.stream().anyMatch(a -> writtenOut(a.value()) != a.value()) ->
          new Mixed(
              alternatives.stream()
                  .map(a -> new Alternative(a.guard(), writtenOut(a.value())))
                  .toList());
      case Mixed _, Described _, Bool _, Atom _, Int _, Function _ -> value;
    };
  }

  /// The value of an expression that has none.
  static SymValue none() {
    return new Mixed(List.of());
  }

  static Atom atom(Value value, Formula truth) {
    return new Atom(ValueMap.of(value, truth));
  }

  /// An atom of these choices, which exclude one another and one of which holds; of two, the second
  /// is the complement of the first. Without choices, no value.
  static SymValue atom(ValueMap<Formula> choices, Formula truth) {
    if (choices.isEmpty()) {
      return none();
    }
    Formula first = choices.result(0);
    if (choices.size() == 1 || (choices.size() == 2 && first.isConstant())) {
      return atom(first.isFalse() ? choices.lastKey() : choices.firstKey(), truth);
    }
    return new Atom(choices.size() == 2 ? choices.with(1, first.not()) : choices);
  }

  /// A sequence of fixed length.
  static Function tuple(List<SymValue> elements, Formula truth) {
    ValueMap.Builder<Entry> entries = new ValueMap.Builder<>();
    for (int i = 0; i < elements.size(); i++) {
      entries.put(IntValue.of(i + 1L), new Entry(truth, elements.get(i)));
    }
    return new Function(entries.build(), true);
  }

  /// A function with this fixed graph.
  static Function function(ValueMap<SymValue> graph, Formula truth) {
    return new Function(graph.mapped((_, result) -> new Entry(truth, result)), false);
  }

  /// Whether an assignment of the variables says at once what this is: it holds no set that is
  /// known by a rule only, and no guard that rests on a choice.
  default boolean isDecoded() {
    return switch (this) {
      case Bool(var formula) -> formula.isChoiceFree();
      case Atom(var choices) -> choices.values().stream().allMatch(Formula::isChoiceFree);
      case Int _ -> true;
      case SetOf(var members, _, _) -> members.values().stream().allMatch(Formula::isChoiceFree);
      case Terms(var terms, _) ->
          terms.stream()
              .allMatch(term -> term.present().isChoiceFree() && term.value().isDecoded());
      case Function(var entries, _) ->
          entries.values().stream()
              .allMatch(entry -> entry.inDomain().isChoiceFree() && entry.result().isDecoded());
      case Mixed(var alternatives) ->
          alternatives.stream()
              .allMatch(one -> one.guard().isChoiceFree() && one.value().isDecoded());
      case Described _ -> false;
    };
  }

  /// The words that a message uses for what kind of value this is.
  default String kind() {
    return switch (this) {
      case Bool _ -> "a Boolean";
      case Atom atom -> atom.choices().firstKey().kind();
      case Int _ -> "an integer";
      case SetOf _, Described _ -> "a set";
      case Function function -> function.sequence() ? "a tuple" : "a function";
      case Mixed _ -> "a value of several kinds";
    };
  }
}
