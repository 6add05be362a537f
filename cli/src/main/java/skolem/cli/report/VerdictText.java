package skolem.cli.report;

import java.util.Comparator;
import java.util.List;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Verdict;

/// A verdict for people: a line for the whole, a line for each property, the trace.
final class VerdictText {
  private VerdictText() {}

  static String of(Verdict verdict) {
    return answers(verdict) + traces(verdict);
  }

  /// A line for the whole, and one for each property.
  static String answers(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    out.append("Verdict: ").append(headline(verdict)).append('\n');
    int width = verdict.answers().stream().mapToInt(a -> name(a).length()).max().orElse(0);
    for (Verdict.Answer answer : verdict.answers()) {
      String name = name(answer);
      out.append("  ").append(name).append(" ".repeat(width - name.length() + 2));
      out.append(line(answer.outcome())).append('\n');
      for (Outcome.Violated further : answer.further()) {
        out.append(" ".repeat(width + 4)).append(line(further)).append('\n');
      }
    }
    return out.toString();
  }

  /// The traces of all violations.
  static String traces(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    boolean several = verdict.answers().stream().mapToInt(a -> a.violations().size()).sum() > 1;
    for (Verdict.Answer answer : verdict.answers()) {
      for (Outcome.Violated violated : answer.violations()) {
        Trace trace = violated.trace();
        out.append('\n').append("Trace of ").append(steps(trace.length()));
        out.append(several ? " (" + what(violated.fault()) + conjunct(violated.fault()) + ")" : "");
        out.append(", confirmed by the concrete evaluator:\n");
        out.append(TraceText.of(trace));
        if (violated.fault() instanceof Fault.EvaluationError(var diagnostic)) {
          out.append(DiagnosticText.of(List.of(diagnostic)));
        }
      }
    }
    return out.toString();
  }

  static String name(Verdict.Answer answer) {
    return answer.kind() == Verdict.Kind.LIVENESS
        ? answer.property() + " (liveness)"
        : answer.property();
  }

  /// A violation before what is undecided, and that before what was not checked.
  private static String headline(Verdict verdict) {
    List<Outcome.Violated> violations =
        verdict.answers().stream()
            .flatMap(answer -> answer.violations().stream())
            .sorted(Comparator.comparingInt(v -> v.trace().length()))
            .toList();
    if (!violations.isEmpty()) {
      Outcome.Violated shortest = violations.getFirst();
      String what = steps(shortest.trace().length()) + ": " + what(shortest.fault());
      return violations.size() == 1
          ? "violation after " + what
          : violations.size() + " violations, the shortest after " + what;
    }
    if (verdict.answers().stream().anyMatch(a -> a.outcome() instanceof Outcome.Undecided)) {
      return "undecided";
    }
    return verdict.answers().stream().anyMatch(a -> a.outcome() instanceof Outcome.NotChecked)
        ? "no violation found; not everything was checked"
        : "no violation found";
  }

  /// What is wrong, in a few words.
  static String what(Fault fault) {
    return switch (fault) {
      case Fault.InvariantFalse(var name, _, _) -> "invariant " + name + " is false";
      case Fault.StepFalse(var name, _, _) -> name + " forbids the last step";
      case Fault.TraceFalse(var name, _, _) -> "trace invariant " + name + " is false";
      case Fault.Deadlock() -> "deadlock";
      case Fault.EvaluationError(var diagnostic) -> "evaluation error: " + diagnostic.message();
    };
  }

  static String line(Outcome outcome) {
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
      case Fault.TraceFalse(_, _, var span) -> ": false of the states so far  (" + span + ")";
      case Fault.Deadlock() -> ": no step is possible";
      case Fault.EvaluationError(var diagnostic) -> ": " + diagnostic.message();
    };
  }

  static String oneLine(String text) {
    String folded = text.replaceAll("\\s+", " ");
    return folded.length() <= 70 ? folded : folded.substring(0, 67) + "…";
  }

  static String steps(int count) {
    return count + (count == 1 ? " step" : " steps");
  }
}
