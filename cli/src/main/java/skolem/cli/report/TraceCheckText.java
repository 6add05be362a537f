package skolem.cli.report;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.explicit.replay.ReplayReport;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.verdict.State;

/// What `trace check` prints for people.
public final class TraceCheckText {
  private TraceCheckText() {}

  /// @param loop the index of the state that follows the last one, or null
  public static String of(
      Path trace, List<State> states, @Nullable Integer loop, ReplayReport report) {
    String length = VerdictText.steps(states.size() - 1);
    return switch (report) {
      case ReplayReport.Confirmed() ->
          trace
              + ": a behaviour of the specification, of "
              + length
              + (loop == null ? "" : ", and back to state " + loop)
              + "\n";
      case ReplayReport.Refuted refuted -> refuted(trace, states, loop, refuted);
      case ReplayReport.Undecided(var reason, var place) ->
          trace
              + ": not known whether it is a behaviour of the specification\n"
              + DiagnosticText.withoutCode(Diagnostic.error(Code.UNDEFINED, place, reason));
    };
  }

  private static String refuted(
      Path trace, List<State> states, @Nullable Integer loop, ReplayReport.Refuted refuted) {
    int step = refuted.step();
    StringBuilder out = new StringBuilder();
    out.append(trace).append(": not a behaviour of the specification\n");
    if (step == 0) {
      out.append("The first state is not initial:\n").append(indented(states.getFirst()));
    } else {
      int to = step < states.size() ? step : loop == null ? step - 1 : loop;
      out.append("Step ").append(step).append(" is not possible, from state ").append(step - 1);
      out.append(":\n").append(indented(states.get(step - 1)));
      out.append("to state ").append(to).append(":\n").append(indented(states.get(to)));
    }
    Diagnostic diagnostic = Diagnostic.error(Code.UNDEFINED, refuted.place(), refuted.reason());
    return out.append(DiagnosticText.withoutCode(diagnostic)).toString();
  }

  private static String indented(State state) {
    return state.toString().indent(2);
  }
}
