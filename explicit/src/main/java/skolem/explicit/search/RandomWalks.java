package skolem.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Labeling;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;

/// Follows random behaviours of a model, up to the first violation.
///
/// A behaviour begins in any initial state and goes on with any successor, each way to one with the
/// same chance. It ends outside the constraints, where it is still looked at. Deterministic: the
/// seed and the number of a behaviour determine it.
public final class RandomWalks {
  private final StateSpace space;
  private final Options options;
  private final List<Value[]> initial = new ArrayList<>();
  private long steps;

  /// How many behaviours to follow, and how far.
  ///
  /// @param output takes what `Print` and `PrintT` write
  /// @param interrupted asked often; true ends the walk
  public record Options(
      int behaviours,
      int length,
      long seed,
      Consumer<String> output,
      BooleanSupplier interrupted) {}

  /// What was seen.
  ///
  /// @param initialStates how many there are
  /// @param behaviours how many were followed, the one with the violation included
  /// @param steps of all of them
  public record Result(
      int initialStates, int behaviours, long steps, Outcome.@Nullable Violated violation) {
    /// The name of the property that is violated.
    public String property() {
      return violation == null ? "" : violation.fault().property();
    }
  }

  private RandomWalks(Model model, Options options) {
    this.space = new StateSpace(model, options.output());
    this.options = options;
  }

  /// @param model one with a behaviour
  /// @throws RejectedException where an assumption is false, or an expression is not supported
  public static Result run(Model model, Options options) {
    StateSpace.checkAssumptions(model, options.output());
    return new RandomWalks(model, options).run();
  }

  private Result run() {
    space.initialStates(null, (state, _) -> initial.add(state));
    int done = 0;
    Outcome.Violated violation = null;
    while (violation == null
        && done < options.behaviours()
        && !initial.isEmpty()
        && !options.interrupted().getAsBoolean()) {
      violation = new Walk(new SplittableRandom(options.seed() + done)).violation();
      done++;
    }
    return new Result(initial.size(), done, steps, violation);
  }

  /// One behaviour.
  private final class Walk {
    private final SplittableRandom random;
    private final List<Value[]> states = new ArrayList<>();
    private final List<Labeling> labels = new ArrayList<>();
    private boolean isStuck;

    Walk(SplittableRandom random) {
      this.random = random;
      states.add(initial.get(random.nextInt(initial.size())));
    }

    /// Walks to the end.
    ///
    /// @return what is wrong there, or null
    Outcome.@Nullable Violated violation() {
      Fault fault;
      try {
        do {
          fault = fault();
        } while (fault == null && goOn());
        if (fault == null && isStuck) {
          fault = new Fault.Deadlock();
        }
      } catch (RejectedException error) {
        fault = Discovery.evaluationError(error);
      }
      return fault == null ? null : new Outcome.Violated(trace(), fault);
    }

    /// What is wrong with the last state or the step to it.
    private @Nullable Fault fault() {
      Value[] last = states.getLast();
      int level = states.size();
      Model.Named invariant = space.falseInvariant(last, level);
      if (invariant != null) {
        return space.explain(invariant, last, level);
      }
      if (level == 1) {
        return null;
      }
      Model.Named property =
          space.falseSteps(states.get(level - 2), last, level - 1, false).first();
      return property == null ? null : StateSpace.falseStep(property);
    }

    /// Takes a step where there is one to take.
    private boolean goOn() {
      Value[] last = states.getLast();
      int level = states.size();
      if (level > options.length()
          || options.interrupted().getAsBoolean()
          || !space.satisfiesConstraints(last, level)
          || (level > 1
              && !space.satisfiesActionConstraints(states.get(level - 2), last, level - 1))) {
        return false;
      }
      Choice choice = new Choice(random);
      space.successors(last, level, null, choice::offer);
      if (choice.state == null || choice.label == null) {
        isStuck = space.model().checkDeadlock();
        return false;
      }
      states.add(choice.state);
      labels.add(choice.label);
      steps++;
      return true;
    }

    private Trace trace() {
      List<Trace.Step> taken = new ArrayList<>();
      for (int i = 0; i < labels.size(); i++) {
        Value[] next = states.get(i + 1);
        taken.add(
            new Trace.Step(
                space.label(labels.get(i), states.get(i), next, i + 1), space.state(next)));
      }
      return new Trace(space.state(states.getFirst()), taken);
    }
  }

  /// Keeps one of the things that it is offered, each with the same chance.
  private static final class Choice {
    private final SplittableRandom random;
    private int offered;
    private Value @Nullable [] state;
    private @Nullable Labeling label;

    Choice(SplittableRandom random) {
      this.random = random;
    }

    boolean offer(Value[] successor, Labeling way) {
      offered++;
      if (random.nextInt(offered) == 0) {
        state = successor;
        label = way;
      }
      return true;
    }
  }
}
