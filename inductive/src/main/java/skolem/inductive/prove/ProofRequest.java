package skolem.inductive.prove;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.Model;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// What is to be proved of a model, and how.
///
/// @param implied what the invariant is to imply
/// @param onlyAction null for all actions
/// @param onlyLemma null for all conjuncts
/// @param reachWithin how many steps to search for the first state of a counterexample to induction
/// @param maxSequence how long a sequence in `Seq(S)` may be in the arbitrary state, null where
///   such sequences are refused; the proof then says nothing of longer ones
/// @param workers how many obligations at a time
public record ProofRequest(
    Model model,
    Model.Named invariant,
    List<Model.Named> implied,
    @Nullable String onlyAction,
    @Nullable String onlyLemma,
    int reachWithin,
    @Nullable Integer maxSequence,
    Engine engine,
    Budget budget,
    int workers) {
  public ProofRequest {
    implied = List.copyOf(implied);
  }

  /// The next-state relation.
  ///
  /// @throws IllegalStateException where the model has no behaviour
  Model.Named next() {
    if (model.behaviour() == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    return model.behaviour().next();
  }
}
