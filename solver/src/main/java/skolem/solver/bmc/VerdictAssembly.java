package skolem.solver.bmc;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// Says of each property what the end of a search means for it.
final class VerdictAssembly {
  private final Model model;
  private final CheckOptions options;
  private final boolean deadlockKnown;
  private final int doneDepth;

  VerdictAssembly(Model model, CheckOptions options, boolean deadlockKnown, int doneDepth) {
    this.model = model;
    this.options = options;
    this.deadlockKnown = deadlockKnown;
    this.doneDepth = doneDepth;
  }

  Verdict verdict(End end, List<Outcome.Violated> violations) {
    Outcome unviolated = unviolated(end);
    List<Verdict.Answer> answers = new ArrayList<>();
    for (Model.Named invariant : model.invariants()) {
      answers.add(answer(invariant.name(), Verdict.Kind.INVARIANT, violations, unviolated));
    }
    if (options.deadlock()) {
      Outcome free =
          deadlockKnown
              ? unviolated
              : new Outcome.NotChecked("an action chooses among infinitely many integers");
      answers.add(
          answer(Verdict.DEADLOCK_FREEDOM, Verdict.Kind.DEADLOCK_FREEDOM, violations, free));
    }
    answers.add(answer(Verdict.DEFINEDNESS, Verdict.Kind.DEFINEDNESS, violations, unviolated));
    for (Model.TraceInvariant invariant : model.additions().traceInvariants()) {
      answers.add(answer(invariant.name(), Verdict.Kind.TRACE_INVARIANT, violations, unviolated));
    }
    SafetyProperties safety = SafetyProperties.of(model);
    for (Model.Named property : model.properties()) {
      SafetyProperties.Unchecked unchecked = safety.unchecked(property.name());
      if (unchecked == null || !unchecked.whole()) {
        answers.add(answer(property.name(), Verdict.Kind.TEMPORAL, violations, unviolated));
      }
      if (unchecked != null) {
        answers.add(
            new Verdict.Answer(
                property.name(),
                unchecked.whole() ? Verdict.Kind.TEMPORAL : Verdict.Kind.LIVENESS,
                new Outcome.NotChecked(unchecked.reason())));
      }
    }
    for (Model.Named postcondition : model.postconditions()) {
      answers.add(
          new Verdict.Answer(
              postcondition.name(),
              Verdict.Kind.POSTCONDITION,
              new Outcome.NotChecked(
                  "a POSTCONDITION is about the set of all states; `skolem explore` checks it")));
    }
    return new Verdict(answers);
  }

  private Verdict.Answer answer(
      String property, Verdict.Kind kind, List<Outcome.Violated> violations, Outcome otherwise) {
    List<Outcome.Violated> found =
        violations.stream().filter(v -> model.isViolated(property, kind, v)).toList();
    return found.isEmpty()
        ? new Verdict.Answer(property, kind, otherwise)
        : new Verdict.Answer(property, kind, found.getFirst(), found.subList(1, found.size()));
  }

  /// What holds of a property that nothing was found to violate.
  private Outcome unviolated(End end) {
    return switch (end) {
      case End.AtBound() -> new Outcome.HoldsUpTo(doneDepth);
      case End.Exhausted() ->
          new Outcome.Holds("no behaviour has more than " + Math.max(doneDepth, 0) + " steps");
      case End.NoBehaviour() ->
          new Outcome.Holds("the assumptions hold, and there is no behaviour to check");
      case End.Found() ->
          doneDepth < 0
              ? new Outcome.NotChecked("the run ended at a violation")
              : new Outcome.HoldsUpTo(doneDepth);
      case End.Inductive(int lemmas, var steps) ->
          steps == null
              ? new Outcome.Holds("by induction, with " + lemmas + " lemmas")
              : new Outcome.HoldsUpTo(steps);
      case End.GaveUp(var reason) -> new Outcome.Undecided(doneDepth, reason);
    };
  }
}
