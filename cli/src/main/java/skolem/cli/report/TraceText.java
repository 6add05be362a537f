package skolem.cli.report;

import java.nio.file.Path;
import java.util.List;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A trace for people: the initial state whole, then each step, with the place of its action and
/// with what it changes. Every state is a TLA+ conjunction, but for lines that nobody would read to
/// their end, such as one that lists a large powerset: of these the beginning is shown.
final class TraceText {
  /// How many characters a line has at the most.
  static final int LONGEST = 5_000;

  private TraceText() {}

  static String of(Trace trace) {
    return of(trace, "initial");
  }

  /// @param first what to call the first state
  static String of(Trace trace, String first) {
    StringBuilder out = new StringBuilder();
    if (!trace.constants().variables().isEmpty()) {
      out.append("  Constants\n");
      append(StateLines.of(trace.constants()), out);
    }
    out.append("State 0: ").append(first).append('\n');
    append(StateLines.of(trace.initial()), out);
    for (int i = 0; i < trace.length(); i++) {
      Trace.Step step = trace.steps().get(i);
      out.append("State ").append(i + 1).append(": ").append(step.action());
      String place = place(step.action());
      out.append(place.isEmpty() ? "" : "  \\* " + place).append('\n');
      List<String> changes = changes(trace.state(i), step.state());
      append(changes.isEmpty() ? List.of("TRUE  \\* nothing changes") : changes, out);
    }
    return out.toString();
  }

  private static void append(List<String> conjuncts, StringBuilder out) {
    for (String conjunct : conjuncts) {
      String first = "  /\\ ";
      for (String line : conjunct.lines().toList()) {
        out.append(first).append(shortened(line)).append('\n');
        first = "     ";
      }
    }
  }

  private static String shortened(String line) {
    int more = line.length() - LONGEST;
    return more <= 0 ? line : line.substring(0, LONGEST) + "…  \\* " + more + " characters more";
  }

  private static List<String> changes(State before, State after) {
    return after.variables().equals(before.variables())
        ? StateChanges.between(before, after)
        : StateLines.of(after);
  }

  /// Where the action is defined; nothing where that is not known.
  static String place(ActionLabel action) {
    Span span = action.span();
    return span.file() == SourceFile.NONE
        ? ""
        : Path.of(span.file().path()).getFileName() + ":" + span.line();
  }
}
