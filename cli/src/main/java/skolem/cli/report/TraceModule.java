package skolem.cli.report;

import java.util.StringJoiner;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A trace as a TLA+ module: a sequence of records, and a comment for each step.
final class TraceModule {
  private TraceModule() {}

  static String of(String specification, Trace trace) {
    StringBuilder out = new StringBuilder();
    out.append("---- MODULE ").append(specification).append("_trace ----\n");
    out.append("EXTENDS ").append(specification).append(", TLC\n\n");
    out.append("Trace ==\n  <<\n    \\* initial\n    ").append(record(trace.initial()));
    for (Trace.Step step : trace.steps()) {
      out.append(",\n    \\* ").append(step.action()).append("\n    ").append(record(step.state()));
    }
    return out.append("\n  >>\n====\n").toString();
  }

  private static String record(State state) {
    StringJoiner out = new StringJoiner(",\n     ", "[", "]");
    for (int i = 0; i < state.variables().size(); i++) {
      out.add(state.variables().get(i) + " |-> " + state.values().get(i));
    }
    return out.toString();
  }
}
