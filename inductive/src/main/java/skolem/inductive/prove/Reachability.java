package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Looks for the first state of a counterexample to induction among the reachable ones: if it is
/// there, the invariant is violated for real.
final class Reachability {
  private Reachability() {}

  /// @param depth how many steps of the counterexample follow its first state
  static Cell.Reach search(ProofRequest request, Trace counterexample, int depth) {
    Model.Behaviour behaviour = request.model().behaviour();
    if (behaviour == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    Unrolling unrolling = new Unrolling(request.model().from(behaviour.init(), List.of()));
    try (SolverSession session = SolverSessions.open(request.engine(), unrolling.formulas())) {
      unrolling.begin();
      for (int steps = 0; steps <= request.reachWithin(); steps++) {
        Frame frame = steps == 0 ? unrolling.last() : unrolling.extend();
        frame.constraints().forEach(session::assertThat);
        switch (session.check(
            List.of(unrolling.shows(counterexample.initial(), steps)), request.budget())) {
          case Answer.Sat(var assignment) -> {
            Trace way = TraceDecoder.decode(unrolling, assignment);
            return new Cell.Reach.Reachable(joined(way, counterexample, depth));
          }
          case Answer.Unknown(var reason) -> {
            return new Cell.Reach.Unknown(reason);
          }
          case Answer.Unsat _ -> {}
        }
      }
    }
    return new Cell.Reach.NotWithin(request.reachWithin());
  }

  private static Trace joined(Trace way, Trace counterexample, int depth) {
    List<Trace.Step> steps = new ArrayList<>(way.steps());
    steps.addAll(counterexample.steps().subList(0, depth));
    return new Trace(way.initial(), steps);
  }
}
