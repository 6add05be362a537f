package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;

/// Requires what a specification assumes of its constants: of a false assumption all follows.
final class Assumptions {
  private Assumptions() {}

  /// What is to be said of assumptions that cannot be evaluated, such as axioms about all numbers:
  /// they are taken for granted.
  ///
  /// @throws RejectedException where an assumption is false or has no value
  static List<String> granted(Model model) {
    Unrolling unrolling = new Unrolling(model);
    List<String> granted = new ArrayList<>();
    for (Model.Named assumption : model.assumptions()) {
      try {
        unrolling.require(assumption);
      } catch (RejectedException e) {
        if (e.diagnostics().getFirst().code() != Code.UNSUPPORTED) {
          throw e;
        }
        granted.add("assumption " + assumption.name() + " is taken for granted, not evaluated");
      }
    }
    return granted;
  }
}
