package skolem.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.inductive.matrix.Cell;
import skolem.inductive.prove.ProofRequest;

/// No counterexample to induction is shown that the concrete evaluator does not confirm.
final class ProofConfirmation {
  private ProofConfirmation() {}

  static void require(ProofRequest request, Cell cell) {
    if (!(cell.finding() instanceof Cell.Finding.Broken(var trace, var fault, var reach))) {
      return;
    }
    Model.Behaviour behaviour = Objects.requireNonNull(request.model().behaviour());
    List<Model.Named> violated = new ArrayList<>();
    if (!cell.column().equals(Cell.IMPLICATION)) {
      violated.add(request.invariant());
    }
    if (cell.column().equals(Cell.IMPLICATION) || cell.column().equals(Cell.INITIATION)) {
      violated.addAll(request.implied());
    }
    Model model = request.model().from(behaviour.init(), violated);
    confirm(
        cell,
        cell.column().equals(Cell.INITIATION)
            ? Replayer.replay(model, trace, fault)
            : Replayer.replayWithin(model, request.invariant(), trace, fault));
    if (reach instanceof Cell.Reach.Reachable(var whole)) {
      confirm(cell, Replayer.replay(model, whole, fault));
    }
  }

  private static void confirm(Cell cell, ReplayReport replay) {
    if (replay instanceof ReplayReport.Undecided(var reason, var place)) {
      throw RejectedException.of(
          Code.UNSUPPORTED,
          place,
          "a counterexample for %s and %s is not confirmed: %s"
              .formatted(cell.lemma().name(), cell.column(), reason));
    }
    if (replay instanceof ReplayReport.Refuted(var step, var reason, var place)) {
      throw new IllegalStateException(
          "the counterexample for "
              + cell.lemma().name()
              + " and "
              + cell.column()
              + " is not confirmed at step "
              + step
              + ": "
              + reason
              + " ("
              + place
              + ")");
    }
  }
}
