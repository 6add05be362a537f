package skolem.cli.differential;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import skolem.explicit.search.BreadthFirstSearch;
import skolem.explicit.search.Exploration;
import skolem.explicit.search.SearchOptions;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;

/// Compares what the concrete search and TLC's end with, and how many states they see where nothing
/// is wrong.
final class TlcBehaviourComparison {
  private static final int MOST_QUESTIONS = 20_000;

  /// Numbers may grow with each.
  private static final int MOST_STEPS = 20;

  private TlcBehaviourComparison() {}

  /// What a search ends with.
  ///
  /// @param distinct how many states it has seen
  /// @param words of the error, if that is what it ends with
  private record Ended(Ending ending, int distinct, String words) {}

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Finding of(String module, String configuration) {
    Model model = Modules.load(module, configuration);
    try {
      return compare(
          search(model), PossibleEndings.of(model), TlcSearch.of(module, configuration), module);
    } catch (TooLarge _) {
      return new Finding.Unusable("too many states or steps");
    }
  }

  private static Finding compare(
      Ended ours, PossibleEndings possible, TlcSearch tlc, String module) {
    Ending theirs = tlc.ending();
    if (theirs == null || (tlc.beforeStates() && possible.starts() == 0)) {
      return new Finding.Refusal(tlc.words());
    }
    String all = "ours " + ours + ", TLC " + tlc + ", possible " + possible.all();
    if (!possible.all().contains(ours.ending())) {
      return new Finding.Disagreement("ours cannot be: " + all);
    }
    if (possible.all().contains(theirs)) {
      return ours.ending().kind() == Ending.Kind.COMPLETE && ours.distinct() != tlc.distinct()
          ? new Finding.Disagreement("counts: " + all)
          : new Finding.Agreement(what(ours.ending(), possible));
    }
    TlcDifference known =
        TlcDifference.between(
            ours.words(),
            theirs.kind() == Ending.Kind.ERROR ? tlc.words() : TlcDifference.NO_ERROR,
            module);
    return known != null
        ? new Finding.Refusal(known.reason())
        : new Finding.Disagreement("TLC's cannot be: " + all);
  }

  private static String what(Ending ending, PossibleEndings possible) {
    return ending.kind().toString().toLowerCase(Locale.ROOT)
        + (possible.all().size() > 1 ? " or another" : ending.depth() == 0 ? " at once" : " later");
  }

  private static Ended search(Model model) {
    AtomicInteger questions = new AtomicInteger();
    SearchOptions options =
        SearchOptions.unbounded()
            .withMaxSteps(MOST_STEPS)
            .withInterruption(() -> questions.incrementAndGet() > MOST_QUESTIONS);
    try {
      Exploration exploration = BreadthFirstSearch.run(model, options);
      if (!exploration.violations().isEmpty()) {
        return ended(exploration.violations().getFirst(), exploration);
      }
      if (!exploration.exhausted()) {
        throw new TooLarge();
      }
      Ending ending = new Ending(Ending.Kind.COMPLETE, exploration.depth() - 1);
      return new Ended(ending, exploration.distinct(), TlcDifference.NO_ERROR);
    } catch (RejectedException e) {
      BehaviourComparison.requireEvaluationError(e);
      String words = e.diagnostics().getFirst().message();
      return new Ended(new Ending(Ending.Kind.ERROR, 0), 0, words);
    }
  }

  private static Ended ended(Outcome.Violated violated, Exploration exploration) {
    String words =
        violated.fault() instanceof Fault.EvaluationError(var diagnostic)
            ? diagnostic.message()
            : TlcDifference.NO_ERROR;
    Ending.Kind kind =
        switch (violated.fault()) {
          case Fault.InvariantFalse _, Fault.StepFalse _, Fault.TraceFalse _ ->
              Ending.Kind.INVARIANT;
          case Fault.Deadlock _ -> Ending.Kind.DEADLOCK;
          case Fault.EvaluationError _ -> Ending.Kind.ERROR;
        };
    return new Ended(
        new Ending(kind, violated.trace().length()),
        exploration.distinct(),
        Objects.requireNonNull(words));
  }
}
