package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ValueMap;

/// Counts formulas that hold, with one choice for each number: a triangle of nodes, row `i` for the
/// first `i` formulas.
final class Counter {
  private final Formulas formulas;

  Counter(Formulas formulas) {
    this.formulas = formulas;
  }

  /// How many of the formulas hold.
  SymValue of(List<Formula> given) {
    List<Formula> row = new ArrayList<>(List.of(formulas.truth()));
    int sure = 0;
    for (Formula formula : given) {
      if (formula.isTrue()) {
        sure++;
        continue;
      }
      List<Formula> next = new ArrayList<>(row.size() + 1);
      for (int k = 0; k <= row.size(); k++) {
        Formula stays =
            k < row.size() ? formulas.and(row.get(k), formula.not()) : formulas.falsity();
        Formula grows = k > 0 ? formulas.and(row.get(k - 1), formula) : formulas.falsity();
        next.add(formulas.or(stays, grows));
      }
      row = next;
    }
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    for (int k = 0; k < row.size(); k++) {
      if (!row.get(k).isFalse()) {
        choices.put(IntValue.of(k + (long) sure), row.get(k));
      }
    }
    return SymValue.atom(choices.build(), formulas.truth());
  }
}
