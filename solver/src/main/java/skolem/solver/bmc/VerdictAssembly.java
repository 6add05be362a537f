package skolem.solver.bmc;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// Says of each property what the end of a search means for it.
final class VerdictAssembly {
  static final String DEADLOCK = "deadlock freedom";
  static final String DEFINEDNESS = "no evaluation error";

  private final Model model;
  private final CheckOptions options;
  private final boolean deadlockKnown;
  private final int safeDepth;

  VerdictAssembly(Model model, CheckOptions options, boolean deadlockKnown, int safeDepth) {
    this.model = model;
    this.options = options;
    this.deadlockKnown = deadlockKnown;
    this.safeDepth = safeDepth;
  }

  Verdict verdict(BoundedChecker.End end) {
    List<Verdict.Answer> answers = new ArrayList<>();
    for (Model.Named invariant : model.invariants()) {
      boolean hit = isAbout(invariant.name(), end);
      answers.add(answer(invariant.name(), Verdict.Kind.INVARIANT, hit, end));
    }
    if (options.deadlock()) {
      boolean hit = end instanceof BoundedChecker.End.Violation(_, Fault.Deadlock());
      answers.add(
          deadlockKnown
              ? answer(DEADLOCK, Verdict.Kind.DEADLOCK_FREEDOM, hit, end)
              : new Verdict.Answer(
                  DEADLOCK,
                  Verdict.Kind.DEADLOCK_FREEDOM,
                  new Outcome.NotChecked("an action chooses among infinitely many integers")));
    }
    boolean undefined = end instanceof BoundedChecker.End.Violation(_, Fault.EvaluationError _);
    answers.add(answer(DEFINEDNESS, Verdict.Kind.DEFINEDNESS, undefined, end));
    List<Model.Named> temporal = SafetyProperties.of(model.properties()).temporal();
    for (Model.Named property : model.properties()) {
      Verdict.Answer safetyPart =
          answer(property.name(), Verdict.Kind.TEMPORAL, isAbout(property.name(), end), end);
      boolean partly = temporal.stream().anyMatch(p -> p.name().equals(property.name()));
      answers.add(
          partly && !(safetyPart.outcome() instanceof Outcome.Violated)
              ? new Verdict.Answer(
                  property.name(),
                  Verdict.Kind.TEMPORAL,
                  new Outcome.NotChecked("it speaks of whole behaviours"))
              : safetyPart);
    }
    return new Verdict(answers);
  }

  private static boolean isAbout(String name, BoundedChecker.End end) {
    if (!(end instanceof BoundedChecker.End.Violation(_, var fault))) {
      return false;
    }
    return switch (fault) {
      case Fault.InvariantFalse f -> f.invariant().equals(name);
      case Fault.StepFalse f -> f.property().equals(name);
      case Fault.Deadlock _, Fault.EvaluationError _ -> false;
    };
  }

  private Verdict.Answer answer(
      String property, Verdict.Kind kind, boolean hit, BoundedChecker.End end) {
    Outcome outcome =
        switch (end) {
          case BoundedChecker.End.Violation(var trace, var fault) ->
              hit ? new Outcome.Violated(trace, fault) : upTo("the run ended at a violation");
          case BoundedChecker.End.Safe(boolean exhausted) ->
              exhausted
                  ? new Outcome.Holds(
                      "no behaviour has more than " + Math.max(safeDepth, 0) + " steps")
                  : new Outcome.HoldsUpTo(safeDepth);
          case BoundedChecker.End.GaveUp(var reason) -> new Outcome.Undecided(safeDepth, reason);
        };
    return new Verdict.Answer(property, kind, outcome);
  }

  private Outcome upTo(String reason) {
    return safeDepth < 0 ? new Outcome.NotChecked(reason) : new Outcome.HoldsUpTo(safeDepth);
  }
}
