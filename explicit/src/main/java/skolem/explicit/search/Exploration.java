package skolem.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;
import skolem.frontend.verdict.Verdict.Answer;
import skolem.frontend.verdict.Verdict.Kind;

/// What a search found.
///
/// @param violations the first of each property that is violated, in the order of finding; at most
///   one where the search does not go on
/// @param coverage what holds of a property without a violation: [Outcome.Holds] where every
///   reachable state was visited, [Outcome.HoldsUpTo] where the bound on steps ended the search,
///   [Outcome.Undecided] where something else ended it
/// @param postconditions those that are false or have no value; empty where they were not reached
public record Exploration(
    List<Outcome.Violated> violations,
    Outcome coverage,
    Statistics statistics,
    List<Diagnostic> postconditions) {

  public Exploration {
    violations = List.copyOf(violations);
    postconditions = List.copyOf(postconditions);
  }

  /// The first violation, or else the coverage.
  public Outcome outcome() {
    return violations.isEmpty() ? coverage : violations.getFirst();
  }

  /// Whether every reachable state was visited.
  public boolean exhausted() {
    return coverage instanceof Outcome.Holds;
  }

  public int initialStates() {
    return statistics.initialStates();
  }

  public long generated() {
    return statistics.generated();
  }

  public int distinct() {
    return statistics.distinct();
  }

  public int depth() {
    return statistics.depth();
  }

  /// How many of the distinct states each action found first; without those that found none.
  public SortedMap<String, Long> distinctByAction() {
    SortedMap<String, Long> distinct = new TreeMap<>();
    statistics.actions().forEach((name, count) -> distinct.put(name, count.distinct()));
    distinct.values().removeIf(count -> count == 0);
    return distinct;
  }

  /// The outcome for each thing that the model asks.
  public Verdict verdict(Model model) {
    List<Answer> answers = new ArrayList<>();
    for (Model.Named invariant : model.invariants()) {
      answers.add(answer(model, invariant.name(), Kind.INVARIANT));
    }
    if (model.checkDeadlock()) {
      answers.add(answer(model, Verdict.DEADLOCK_FREEDOM, Kind.DEADLOCK_FREEDOM));
    }
    answers.add(answer(model, Verdict.DEFINEDNESS, Kind.DEFINEDNESS));
    SafetyProperties safety = SafetyProperties.of(model);
    for (Model.Named property : model.properties()) {
      SafetyProperties.Unchecked unchecked = safety.unchecked(property.name());
      if (unchecked == null || !unchecked.whole()) {
        answers.add(answer(model, property.name(), Kind.TEMPORAL));
      }
      if (unchecked != null) {
        answers.add(
            new Answer(
                property.name(),
                unchecked.whole() ? Kind.TEMPORAL : Kind.LIVENESS,
                new Outcome.NotChecked(unchecked.reason())));
      }
    }
    return new Verdict(answers);
  }

  private Answer answer(Model model, String name, Kind kind) {
    Outcome found = coverage(kind);
    for (Outcome.Violated violated : violations.reversed()) {
      found = model.isViolated(name, kind, violated) ? violated : found;
    }
    return new Answer(name, kind, found);
  }

  /// States on the last level are found, and not left: whether they can be is not known.
  private Outcome coverage(Kind kind) {
    if (kind != Kind.DEADLOCK_FREEDOM && kind != Kind.DEFINEDNESS) {
      return coverage;
    }
    return switch (coverage) {
      case Outcome.HoldsUpTo(int steps) when steps > 0 -> new Outcome.HoldsUpTo(steps - 1);
      case Outcome.HoldsUpTo _ -> new Outcome.Undecided(-1, "no step was taken");
      case Outcome.Undecided(int steps, String reason) ->
          new Outcome.Undecided(Math.max(-1, steps - 1), reason);
      case Outcome other -> other;
    };
  }
}
