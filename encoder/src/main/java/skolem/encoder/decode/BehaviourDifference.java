package skolem.encoder.decode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.kernel.Expr;

/// Says that a behaviour differs from the one that an assignment shows.
public final class BehaviourDifference {
  private BehaviourDifference() {}

  /// @param view what to compare in each state; null for all variables. Where it has no value, it
  ///   counts as the same.
  public static Formula from(Unrolling unrolling, Assignment assignment, @Nullable Expr view) {
    ValueDecoder shown = new ValueDecoder(new Valuation(unrolling.formulas(), assignment));
    List<Formula> differences = new ArrayList<>();
    for (Frame frame : unrolling.frames()) {
      List<SymValue> values =
          view == null
              ? frame.values()
              : List.of(unrolling.value(view, frame.depth(), new Faults(unrolling.formulas())));
      for (SymValue value : values) {
        differences.add(unrolling.is(value, shown.decode(value)).not());
      }
    }
    return unrolling.formulas().or(differences);
  }
}
