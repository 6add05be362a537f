package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
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
      case SymValue.SetOf(var members, var choices, var within) -> {
        ValueMap<Formula> left =
            members.filtered((element, _) -> !isImpossible(place, new Fact.Contains(element)));
        yield left == members
            ? value
            : new SymValue.SetOf(
                left,
                choices.filtered(
                    (set, _) -> left.keySet().containsAll(((SetValue) set).elements())),
                within);
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
    ValueMap<SymValue.Entry> possible = possible(place, function);
    ValueMap<SymValue.Entry> left =
        possible.mapped((argument, entry) -> {
          SymValue result = of(place.at(argument), entry.result());
          return result == entry.result() ? entry : new SymValue.Entry(entry.inDomain(), result);
        });
    return left == function.entries() ? function : new SymValue.Function(left, function.sequence());
  }

  /// The entries for arguments that may be there; of a sequence, those before the first that may
  /// not.
  private ValueMap<SymValue.Entry> possible(Place place, SymValue.Function function) {
    Fact.Statement present = new Fact.Present();
    if (!function.sequence()) {
      return function
          .entries()
          .filtered((argument, _) -> !isImpossible(place.at(argument), present));
    }
    int length = 0;
    while (length < function.entries().size()
        && !isImpossible(place.at(IntValue.of(length + 1L)), present)) {
      length++;
    }
    Value last = IntValue.of(length);
    return function.entries().filtered((argument, _) -> argument.compareTo(last) <= 0);
  }
}
