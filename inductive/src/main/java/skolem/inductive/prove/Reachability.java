package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Looks for the first state of a counterexample to induction among the reachable ones: if it is
/// there, the invariant is violated for real. One unrolling serves all counterexamples.
final class Reachability implements Reaching, AutoCloseable {
  private final ProofRequest request;
  private final Unrolling unrolling;
  private final SolverSession session;

  Reachability(ProofRequest request) {
    this.request = request;
    this.unrolling =
        new Unrolling(
            request.model().from(request.behaviour().init(), List.of()),
            request.induction().limits());
    this.session = SolverSessions.open(request.effort().engine(), unrolling.formulas());
    unrolling.begin();
  }

  @Override
  public synchronized Cell.Reach of(Trace counterexample, boolean leaves) {
    int within = request.effort().reachWithin();
    if (within < 0) {
      return new Cell.Reach.NotAsked();
    }
    for (int steps = 0; steps <= within; steps++) {
      if (steps == unrolling.frames().size()) {
        unrolling.extend();
      }
      // Init(s0) & Next(s0, s1) & … & sk = s; behaviours may end there, so that later frames, which
      // an earlier search made, are not asserted.
      List<Formula> reaches = new ArrayList<>();
      List<Frame> frames = unrolling.frames().subList(0, steps + 1);
      frames.forEach(frame -> reaches.add(unrolling.formulas().and(frame.constraints())));
      reaches.add(unrolling.shows(counterexample.initial(), steps));
      if (leaves) {
        reaches.add(unrolling.mayLeave(steps));
      }
      switch (session.check(reaches, request.effort().budget())) {
        case Answer.Sat(var assignment) -> {
          Valuation valuation = new Valuation(unrolling.formulas(), assignment);
          Trace way = TraceDecoder.decode(request.model().variables(), frames, valuation);
          return new Cell.Reach.Reachable(joined(way, counterexample));
        }
        case Answer.Unknown(var reason) -> {
          return new Cell.Reach.Unknown(reason);
        }
        case Answer.Unsat _ -> {}
      }
    }
    return new Cell.Reach.NotWithin(within);
  }

  private static Trace joined(Trace way, Trace counterexample) {
    List<Trace.Step> all = new ArrayList<>(way.steps());
    all.addAll(counterexample.steps());
    return new Trace(way.initial(), all);
  }

  @Override
  public synchronized void close() {
    session.close();
  }
}
