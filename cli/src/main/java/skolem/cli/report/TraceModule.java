package skolem.cli.report;

import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A trace as a TLA+ module that stands by itself: the model values as constants, the states as a
/// sequence of records, and a comment for each step.
final class TraceModule {
  private TraceModule() {}

  static String of(String module, Trace trace) {
    StringBuilder out = new StringBuilder();
    out.append("---- MODULE ").append(module).append(" ----\n");
    out.append("EXTENDS Integers, TLC\n\n");
    SortedSet<String> names = modelValues(trace);
    if (!names.isEmpty()) {
      out.append("CONSTANTS ").append(String.join(", ", names)).append("\n\n");
    }
    State open = trace.constants();
    for (int i = 0; i < open.variables().size(); i++) {
      out.append("\\* ").append(open.variables().get(i)).append(" = ").append(open.values().get(i));
      out.append('\n');
    }
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

  private static SortedSet<String> modelValues(Trace trace) {
    SortedSet<String> names = new TreeSet<>();
    for (int depth = 0; depth <= trace.length(); depth++) {
      trace.state(depth).values().forEach(value -> addModelValues(value, names));
    }
    return names;
  }

  private static void addModelValues(Value value, SortedSet<String> names) {
    switch (value) {
      case ModelValue model -> names.add(model.name());
      case SetValue set -> set.elements().forEach(element -> addModelValues(element, names));
      case FunctionValue function -> {
        for (int i = 0; i < function.size(); i++) {
          addModelValues(function.argument(i), names);
          addModelValues(function.result(i), names);
        }
      }
      case BoolValue _, IntValue _, StringValue _ -> {}
    }
  }
}
