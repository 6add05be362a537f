package skolem.solver.bmc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.ConeOfInfluence;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Trace;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Finds the values that the variables outside of a cone have on a behaviour: unrolls the model
/// once more, with all variables, along the states that are known.
final class WholeTrace {
  private final Model model;
  private final ConeOfInfluence cone;
  private final CheckOptions options;

  WholeTrace(Model model, ConeOfInfluence cone, CheckOptions options) {
    this.model = model;
    this.cone = cone;
    this.options = options;
  }

  /// @param trace with stand-ins for the values of the variables outside of the cone
  /// @return null where the solver gave up
  @Nullable Trace of(Trace trace) {
    if (cone.outside().isEmpty()) {
      return trace;
    }
    Unrolling unrolling = new Unrolling(model);
    try (SolverSession session = SolverSessions.open(options.engine(), unrolling.formulas())) {
      unrolling.begin();
      for (int depth = 0; depth <= trace.length(); depth++) {
        if (depth > 0) {
          unrolling.departBy(trace.steps().get(depth - 1).action().name());
          unrolling.extend();
        }
        unrolling.confine(trace.state(depth), cone);
        unrolling.last().constraints().forEach(session::assertThat);
      }
      return switch (session.check(List.of(), Budget.UNLIMITED)) {
        case Answer.Sat(var assignment) -> TraceDecoder.decode(unrolling, assignment);
        case Answer.Unknown _ -> null;
        case Answer.Unsat _ ->
            throw new IllegalStateException("no behaviour of all variables has these states");
      };
    }
  }
}
