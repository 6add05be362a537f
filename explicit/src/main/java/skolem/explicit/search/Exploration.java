package skolem.explicit.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;
import skolem.frontend.verdict.Verdict.Answer;
import skolem.frontend.verdict.Verdict.Kind;

/// What a search found, counted as TLC counts.
///
/// @param outcome [Outcome.Holds] where every reachable state was visited, [Outcome.HoldsUpTo] where
///     the bound on steps ended the search, or the first violation
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
      boolean isFalse =
          outcome instanceof Outcome.Violated(_, Fault.InvariantFalse fault)
              && fault.invariant().equals(invariant.name());
      answers.add(new Answer(invariant.name(), Kind.INVARIANT, isFalse ? outcome : others()));
    }
    if (model.checkDeadlock()) {
      boolean deadlock = outcome instanceof Outcome.Violated(_, Fault.Deadlock _);
      answers.add(new Answer("Deadlock", Kind.DEADLOCK_FREEDOM, deadlock ? outcome : others()));
    }
    boolean undefined = outcome instanceof Outcome.Violated(_, Fault.EvaluationError _);
    answers.add(new Answer("Definedness", Kind.DEFINEDNESS, undefined ? outcome : others()));
    for (Model.Named property : model.properties()) {
      answers.add(
          new Answer(
              property.name(),
              Kind.TEMPORAL,
              new Outcome.NotChecked("explicit search checks states only")));
    }
    return new Verdict(answers);
  }

  private Outcome others() {
    return outcome instanceof Outcome.Violated(var trace, _)
        ? new Outcome.Undecided(trace.length() - 1, "the search ended at another violation")
        : outcome;
  }
}
