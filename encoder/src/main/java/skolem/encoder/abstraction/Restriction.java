package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;

/// Leaves out of a symbolic state what is never true of it, so that all that is computed from it is
/// smaller.
public final class Restriction {
  private final Set<Fact> impossible;
  private final Formulas formulas;

  private Restriction(Set<Fact> impossible, Formulas formulas) {
    this.impossible = impossible;
    this.formulas = formulas;
  }

  /// The state without these facts: equal to it under every assignment that makes them all false.
  public static List<SymValue> without(
      Set<Fact> impossible, List<SymValue> values, Formulas formulas) {
    Restriction restriction = new Restriction(impossible, formulas);
    List<SymValue> restricted = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      restricted.add(restriction.of(new Place(i, List.of()), values.get(i)));
    }
    return restricted;
  }

  private SymValue of(Place place, SymValue value) {
    return switch (value) {
      case SymValue.Bool _ ->
          isImpossible(place, new Fact.Holds()) ? new SymValue.Bool(formulas.falsity()) : value;
      case SymValue.Atom(var choices) -> atom(place, choices);
      case SymValue.SetOf(var members) -> {
        SortedMap<Value, Formula> left = new TreeMap<>(members);
        left.keySet().removeIf(element -> isImpossible(place, new Fact.Contains(element)));
        yield left.size() == members.size() ? value : new SymValue.SetOf(left);
      }
      case SymValue.Function function -> function(place, function);
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> left = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          SymValue inner = alternative.value();
          if (inner instanceof SymValue.Int
              || inner instanceof SymValue.Described
              || !isImpossible(place, new Fact.OfKind(Form.kindOf(inner)))) {
            left.add(new SymValue.Alternative(alternative.guard(), of(place, inner)));
          }
        }
        yield new SymValue.Mixed(left);
      }
      case SymValue.Int _, SymValue.Described _ -> value;
    };
  }

  private boolean isImpossible(Place place, Fact.Statement statement) {
    return impossible.contains(place.fact(statement));
  }

  private SymValue atom(Place place, SortedMap<Value, Formula> choices) {
    TreeMap<Value, Formula> left = new TreeMap<>(choices);
    left.keySet().removeIf(choice -> isImpossible(place, new Fact.Is(choice)));
    if (left.size() == choices.size()) {
      return new SymValue.Atom(choices);
    }
    if (left.size() == 2) {
      left.put(left.lastKey(), left.firstEntry().getValue().not());
    } else if (left.size() == 1) {
      left.replaceAll((_, _) -> formulas.truth());
    }
    return left.isEmpty() ? SymValue.none() : new SymValue.Atom(left);
  }

  private SymValue function(Place place, SymValue.Function function) {
    SortedMap<Value, SymValue.Entry> left = new TreeMap<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Place inside = place.at(entry.getKey());
      if (!isImpossible(inside, new Fact.Present())) {
        SymValue result = of(inside, entry.getValue().result());
        left.put(entry.getKey(), new SymValue.Entry(entry.getValue().inDomain(), result));
      } else if (function.sequence()) {
        break;
      }
    }
    return new SymValue.Function(left, function.sequence());
  }
}
