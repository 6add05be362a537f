package skolem.cli.report;

import java.util.List;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A trace for people: the initial state whole, then each step with what it changes. Every state is
/// a TLA+ conjunction.
final class TraceText {
  private TraceText() {}

  static String of(Trace trace) {
    StringBuilder out = new StringBuilder("State 0: initial\n");
    append(trace.initial().toString(), out);
    for (int i = 0; i < trace.length(); i++) {
      Trace.Step step = trace.steps().get(i);
      out.append("State ").append(i + 1).append(": ").append(step.action()).append('\n');
      append(changes(trace.state(i), step.state()), out);
    }
    return out.toString();
  }

  private static void append(String conjunction, StringBuilder out) {
    conjunction.lines().forEach(line -> out.append("  ").append(line).append('\n'));
  }

  private static String changes(State before, State after) {
    List<String> variables = after.variables();
    if (!variables.equals(before.variables())) {
      return after.toString();
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < variables.size(); i++) {
      Value value = after.values().get(i);
      if (!value.equals(before.values().get(i))) {
        out.append("/\\ ").append(variables.get(i)).append(" = ").append(value).append('\n');
      }
    }
    return out.isEmpty() ? "TRUE  \\* nothing changes" : out.toString();
  }
}
