package skolem.explicit.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// Finds what has no value at the end of a trace: the first error in each formula that a search
/// evaluates there.
final class Errors {
  private final StateSpace space;
  private final List<Diagnostic> found = new ArrayList<>();

  Errors(StateSpace space) {
    this.space = space;
  }

  /// Something to evaluate.
  private interface Evaluation {
    boolean run();
  }

  /// @param before the state before the last one, or null
  /// @param level that of the last state
  List<Diagnostic> at(Value @Nullable [] before, Value[] state, int level) {
    boolean within = evaluate(() -> space.satisfiesConstraints(state, level));
    for (Model.Named invariant : space.invariants()) {
      evaluate(() -> space.holds(invariant, state, level));
    }
    if (before == null) {
      for (Model.Named property : space.safety().initially()) {
        evaluate(() -> space.holds(property, state, level));
      }
    } else {
      within &= evaluate(() -> space.satisfiesActionConstraints(before, state, level - 1));
      for (Model.Named property : space.safety().steps()) {
        evaluate(() -> space.allows(property, before, state, level - 1));
      }
    }
    if (within) {
      evaluate(() -> space.successors(state, level, null, (_, _) -> true));
    }
    return found;
  }

  private boolean evaluate(Evaluation evaluation) {
    try {
      return evaluation.run();
    } catch (RejectedException error) {
      found.add(error.diagnostics().getFirst());
      return false;
    }
  }
}
