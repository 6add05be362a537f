package skolem.cli.report;

import java.util.List;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Verdict;

/// A verdict for people: a line for the whole, a line for each property, the trace.
final class VerdictText {
  private VerdictText() {}

  static String of(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    out.append("Verdict: ").append(headline(verdict)).append('\n');
    int width = verdict.answers().stream().mapToInt(a -> a.property().length()).max().orElse(0);
    for (Verdict.Answer answer : verdict.answers()) {
      String name = answer.property();
      out.append("  ").append(name).append(" ".repeat(width - name.length() + 2));
      out.append(line(answer.outcome())).append('\n');
      for (Outcome.Violated further : answer.further()) {
        out.append(" ".repeat(width + 4)).append(line(further)).append('\n');
      }
    }
    for (Verdict.Answer answer : verdict.answers()) {
      for (Outcome.Violated violated : answer.violations()) {
        Trace trace = violated.trace();
        out.append('\n').append("Trace of ").append(steps(trace.length()));
        out.append(", confirmed by the concrete evaluator:\n");
        out.append(TraceText.of(trace));
        if (violated.fault() instanceof Fault.EvaluationError(var diagnostic)) {
          out.append(DiagnosticText.of(List.of(diagnostic)));
        }
      }
    }
    return out.toString();
  }

  /// A violation before what is undecided, and that before what was not checked.
  private static String headline(Verdict verdict) {
    String headline = "no violation found";
    boolean undecided = false;
    for (Verdict.Answer answer : verdict.answers()) {
      switch (answer.outcome()) {
        case Outcome.Violated(Trace trace, Fault fault) -> {
          return "violation after " + steps(trace.length()) + ": " + what(fault);
        }
        case Outcome.Undecided _ -> {
          undecided = true;
          headline = "undecided";
        }
        case Outcome.NotChecked _ -> {
          if (!undecided) {
            headline = "no violation found; not everything was checked";
          }
        }
        case Outcome.Holds _, Outcome.HoldsUpTo _ -> {}
      }
    }
    return headline;
  }

  /// What is wrong, in a few words.
  static String what(Fault fault) {
    return switch (fault) {
      case Fault.InvariantFalse(var name, _, _) -> "invariant " + name + " is false";
      case Fault.StepFalse(var name, _, _) -> "property " + name + " forbids the last step";
      case Fault.Deadlock() -> "deadlock";
      case Fault.EvaluationError(var diagnostic) -> "evaluation error: " + diagnostic.message();
    };
  }

  private static String line(Outcome outcome) {
    return switch (outcome) {
      case Outcome.HoldsUpTo(int steps) -> "no violation in " + steps(steps);
      case Outcome.Holds(var reason) -> "holds at every depth: " + reason;
      case Outcome.Violated(var trace, var fault) ->
          "VIOLATED after " + steps(trace.length()) + conjunct(fault);
      case Outcome.Undecided(int safe, var reason) ->
          safe < 0 ? "undecided: " + reason : "undecided beyond " + steps(safe) + ": " + reason;
      case Outcome.NotChecked(var reason) -> "not checked: " + reason;
    };
  }

  private static String conjunct(Fault fault) {
    return switch (fault) {
      case Fault.InvariantFalse(_, var conjunct, var span) ->
          ": " + oneLine(conjunct) + "  (" + span + ")";
      case Fault.StepFalse(_, var conjunct, var span) ->
          ": " + oneLine(conjunct) + "  (" + span + ")";
      case Fault.Deadlock() -> ": no step is possible";
      case Fault.EvaluationError(var diagnostic) -> ": " + diagnostic.message();
    };
  }

  private static String oneLine(String text) {
    String folded = text.replaceAll("\\s+", " ");
    return folded.length() <= 70 ? folded : folded.substring(0, 67) + "…";
  }

  static String steps(int count) {
    return count + (count == 1 ? " step" : " steps");
  }
}
