package skolem.explicit.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;
import skolem.frontend.verdict.Verdict.Answer;
import skolem.frontend.verdict.Verdict.Kind;

/// What a search found, counted as TLC counts.
///
/// @param outcome [Outcome.Holds] where every reachable state was visited, [Outcome.HoldsUpTo]
///   where the bound on steps ended the search, or the first violation
/// @param initialStates the number of distinct initial states within the constraints
/// @param generated all states found, each as often as it was found
/// @param distinct the different states within the constraints
/// @param depth the number of states on the longest of the shortest paths
/// @param distinctByAction how many of the distinct states each action found first
public record Exploration(
    Outcome outcome,
    int initialStates,
    long generated,
    int distinct,
    int depth,
    SortedMap<String, Long> distinctByAction) {

  public Exploration {
    distinctByAction = Collections.unmodifiableSortedMap(new TreeMap<>(distinctByAction));
  }

  /// Whether every reachable state was visited.
  public boolean exhausted() {
    return outcome instanceof Outcome.Holds;
  }

  /// The outcome for each thing that the model asks.
  public Verdict verdict(Model model) {
    List<Answer> answers = new ArrayList<>();
    for (Model.Named invariant : model.invariants()) {
      answers.add(answer(invariant.name(), Kind.INVARIANT, isAbout(invariant.name())));
    }
    if (model.checkDeadlock()) {
      answers.add(answer("Deadlock", Kind.DEADLOCK_FREEDOM, fault() instanceof Fault.Deadlock));
    }
    answers.add(answer("Definedness", Kind.DEFINEDNESS, fault() instanceof Fault.EvaluationError));
    List<Model.Named> unchecked = SafetyProperties.of(model.properties()).temporal();
    for (Model.Named property : model.properties()) {
      boolean isChecked = unchecked.stream().noneMatch(p -> p.name().equals(property.name()));
      answers.add(
          isChecked || isAbout(property.name())
              ? answer(property.name(), Kind.TEMPORAL, isAbout(property.name()))
              : new Answer(
                  property.name(),
                  Kind.TEMPORAL,
                  new Outcome.NotChecked("only states and steps are checked")));
    }
    return new Verdict(answers);
  }

  private @Nullable Fault fault() {
    return outcome instanceof Outcome.Violated(_, Fault fault) ? fault : null;
  }

  private boolean isAbout(String name) {
    return switch (fault()) {
      case Fault.InvariantFalse f -> f.invariant().equals(name);
      case Fault.StepFalse f -> f.property().equals(name);
      case Fault.Deadlock _, Fault.EvaluationError _ -> false;
      case null -> false;
    };
  }

  private Answer answer(String name, Kind kind, boolean violated) {
    return new Answer(
        name,
        kind,
        !violated && outcome instanceof Outcome.Violated(var trace, _)
            ? new Outcome.Undecided(
                trace.length() - 1, "the search ended at the violation of another property")
            : outcome);
  }
}
