package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

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
      case SymValue.Atom atom -> atom(place, atom);
      case SymValue.SetOf(var members) -> {
        ValueMap<Formula> left =
            members.filtered((element, _) -> !isImpossible(place, new Fact.Contains(element)));
        yield left == members ? value : new SymValue.SetOf(left);
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

  private SymValue atom(Place place, SymValue.Atom atom) {
    ValueMap<Formula> left =
        atom.choices().filtered((choice, _) -> !isImpossible(place, new Fact.Is(choice)));
    return left == atom.choices() ? atom : SymValue.atom(left, formulas.truth());
  }

  private SymValue function(Place place, SymValue.Function function) {
    ValueMap.Builder<SymValue.Entry> left = new ValueMap.Builder<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Place inside = place.at(entry.getKey());
      if (!isImpossible(inside, new Fact.Present())) {
        SymValue result = of(inside, entry.getValue().result());
        left.put(entry.getKey(), new SymValue.Entry(entry.getValue().inDomain(), result));
      } else if (function.sequence()) {
        break;
      }
    }
    return new SymValue.Function(left.build(), function.sequence());
  }
}
