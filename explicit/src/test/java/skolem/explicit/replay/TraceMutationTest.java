package skolem.explicit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.explicit.Corpus;
import skolem.explicit.search.BreadthFirstSearch;
import skolem.explicit.search.SearchOptions;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A counterexample with one value, one action name or one step changed is confirmed just where an
/// independent search, which lists all successors of every state, says that it still is one.
///
/// The system property `skolem.mutants` (8) says how many changes are tried on each trace; a
/// nightly run takes 200.
///
/// Replaying never lists successors: it walks the next-state relation with the next state known.
class TraceMutationTest {
  /// TLC takes at most this long (seconds) for the specifications that are run.
  private static final double LONGEST = 2;

  private static final int FEW = 8;

  private static final int MUTANTS = Integer.getInteger("skolem.mutants", FEW);

  /// Where few changes are tried, also few of the many small specifications.
  @TestFactory
  Stream<DynamicTest> publicSpecifications() throws IOException {
    Stream<Corpus.Row> small =
        Corpus.rows("validation", "dir").stream()
            .filter(row -> MUTANTS > FEW || Math.floorMod(row.name().hashCode(), 10) == 0);
    return Stream.concat(Corpus.rows("visible", "name").stream(), small)
        .filter(row -> row.get("tlc_result").endsWith("failure"))
        .filter(row -> MUTANTS > FEW || row.seconds() <= LONGEST)
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
  }

  private static void check(Corpus.Row row) {
    Model model = ModelLoader.load(row.request());
    Outcome outcome = BreadthFirstSearch.run(model, SearchOptions.unbounded()).outcome();
    if (!(outcome instanceof Outcome.Violated(Trace trace, Fault fault))) {
      // A violation of liveness.
      return;
    }
    assertThat(Replayer.replay(model, trace, fault)).isEqualTo(new ReplayReport.Confirmed());
    StateSpace space = new StateSpace(model, _ -> {});
    TraceMutation mutation = new TraceMutation(trace, new Random(row.name().hashCode()));
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Trace mutant = mutation.next();
      boolean confirmed = Replayer.replay(model, mutant, fault) instanceof ReplayReport.Confirmed;
      assertThat(confirmed).as(mutant.toString()).isEqualTo(isCounterexample(space, mutant, fault));
      refused += confirmed ? 0 : 1;
    }
    assertThat(refused).isPositive();
  }

  // ── The independent search ──────────────────────────────────────────────────────────────────

  private static boolean isCounterexample(StateSpace space, Trace trace, Fault fault) {
    List<Value[]> states = new ArrayList<>();
    for (int depth = 0; depth <= trace.length(); depth++) {
      states.add(trace.state(depth).values().toArray(new Value[0]));
    }
    if (!isInitial(space, states.getFirst())) {
      return false;
    }
    for (int level = 1; level <= trace.length(); level++) {
      ActionLabel label = trace.steps().get(level - 1).action();
      boolean last = level == trace.length() && !(fault instanceof Fault.Deadlock);
      if (!isStep(space, states.get(level - 1), states.get(level), level, label, last)) {
        return false;
      }
    }
    return isFaulty(space, states, fault);
  }

  private static boolean isInitial(StateSpace space, Value[] sought) {
    return !space.initialStates(null, (state, _) -> !Arrays.equals(state, sought));
  }

  private static boolean isStep(
      StateSpace space, Value[] state, Value[] sought, int level, ActionLabel label, boolean last) {
    List<ActionLabel> labels = new ArrayList<>();
    try {
      space.successors(
          state,
          level,
          null,
          (successor, labeling) -> {
            if (Arrays.equals(successor, sought)) {
              labels.add(space.label(labeling, state, successor, level));
            }
            return true;
          });
    } catch (RejectedException _) {
      // The states that were found before are successors.
    }
    return labels.stream()
            .anyMatch(other ->
                other.name().equals(label.name()) && other.arguments().equals(label.arguments()))
        && space.satisfiesConstraints(state, level)
        && (last || space.satisfiesActionConstraints(state, sought, level));
  }

  private static boolean isFaulty(StateSpace space, List<Value[]> states, Fault fault) {
    Value[] last = states.getLast();
    int level = states.size();
    return switch (fault) {
      case Fault.InvariantFalse f ->
          space.invariants().stream()
              .filter(invariant -> invariant.name().equals(f.property()))
              .anyMatch(i ->
                  !space.holds(i, last, level)
                      && space.explain(i, last, level).span().equals(f.span()));
      case Fault.StepFalse f ->
          level > 1
              && space.safety().steps().stream()
                  .filter(step -> step.name().equals(f.property()))
                  .anyMatch(step -> !space.allows(step, states.get(level - 2), last, level - 1));
      case Fault.Deadlock _ ->
          space.satisfiesConstraints(last, level)
              && space.successors(last, level, null, (_, _) -> false);
      case Fault.EvaluationError _, Fault.TraceFalse _ ->
          throw new AssertionError("not in these corpora");
    };
  }

  // ── Mutants ─────────────────────────────────────────────────────────────────────────────────

  /// Changes a trace in one place.
  private static final class TraceMutation {
    private final Trace trace;
    private final Random random;

    TraceMutation(Trace trace, Random random) {
      this.trace = trace;
      this.random = random;
    }

    Trace next() {
      return switch (random.nextInt(trace.length() == 0 ? 2 : 5)) {
        case 0, 1 -> withState(random.nextInt(trace.length() + 1));
        case 2 -> withAction(random.nextInt(trace.length()));
        case 3 -> without(random.nextInt(trace.length()));
        default -> new Trace(trace.initial(), repeated(random.nextInt(trace.length())));
      };
    }

    /// One variable of a state has another value: of another state, or one that is a little off.
    private Trace withState(int depth) {
      State state = trace.state(depth);
      int variable = random.nextInt(state.values().size());
      Value old = state.values().get(variable);
      Value other = trace.state(random.nextInt(trace.length() + 1)).values().get(variable);
      List<Value> values = new ArrayList<>(state.values());
      values.set(variable, other.equals(old) ? new ValueMutation(random).of(old) : other);
      State changed = new State(state.variables(), values);
      if (depth == 0) {
        return new Trace(changed, trace.steps());
      }
      List<Trace.Step> steps = new ArrayList<>(trace.steps());
      steps.set(depth - 1, new Trace.Step(steps.get(depth - 1).action(), changed));
      return new Trace(trace.initial(), steps);
    }

    /// One step has the label of another, or a name that does not exist.
    private Trace withAction(int place) {
      ActionLabel label = trace.steps().get(place).action();
      ActionLabel other = trace.steps().get(random.nextInt(trace.length())).action();
      if (other.equals(label)) {
        other = new ActionLabel(label.name() + "_", label.arguments(), label.span());
      }
      List<Trace.Step> steps = new ArrayList<>(trace.steps());
      steps.set(place, new Trace.Step(other, steps.get(place).state()));
      return new Trace(trace.initial(), steps);
    }

    private Trace without(int place) {
      List<Trace.Step> steps = new ArrayList<>(trace.steps());
      steps.remove(place);
      return new Trace(trace.initial(), steps);
    }

    private List<Trace.Step> repeated(int place) {
      List<Trace.Step> steps = new ArrayList<>(trace.steps());
      steps.add(place, steps.get(place));
      return steps;
    }
  }
}
