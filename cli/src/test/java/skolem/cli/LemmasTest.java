package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.encoder.unroll.Unrolling;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.value.Value;
import skolem.solver.engine.Engine;
import skolem.solver.lemma.Clause;
import skolem.solver.lemma.DirectedStrengthening;
import skolem.solver.lemma.Strengthening;
import skolem.solver.session.Budget;
import skolem.solver.session.SolvingTime;

/// Lemmas are true of the states that the concrete evaluator visits.
class LemmasTest {
  private static final int STEPS = 8;

  @ParameterizedTest
  @CsvSource({
    "TwoPhaseCommit, 10",
    "LeaderElection, 5",
    "NamePlans, 5",
    "LeaseLock, 3",
    "PermissionMutex, 5",
    "BoundedQueue, 5"
  })
  void holdInAllStatesVisited(String name, int atLeast) {
    Model model = model(name);
    List<Clause> lemmas = strengthening(model, request(model, true)).lemmas();
    assertThat(lemmas).hasSizeGreaterThanOrEqualTo(atLeast);
    for (List<Value> state : states(new StateSpace(model, _ -> {}))) {
      assertThat(lemmas).allMatch(lemma -> holds(lemma, state), "holds in " + state);
    }
  }

  /// Found backwards from the bad states, with nothing known before; safety is inductive with them.
  @ParameterizedTest
  @ValueSource(strings = {"TwoPhaseCommit", "NamePlans", "LeaseLock"})
  @Timeout(300)
  void thoseFoundBackwardsHoldInAllStatesVisited(String name) throws InterruptedException {
    Model model = model(name);
    List<Clause> lemmas = backwards(model);
    assertThat(lemmas).isNotEmpty();
    for (List<Value> state : states(new StateSpace(model, _ -> {}))) {
      assertThat(lemmas).allMatch(lemma -> holds(lemma, state), "holds in " + state);
    }
  }

  /// Without fencing, a client whose lease is over does write: there is nothing to be found.
  @Test
  @Timeout(300)
  void noneKeepAReachableStateAway() throws InterruptedException {
    SeededBug bug = SeededBug.LEASE_LOCK;
    ModelLoader.Request request =
        new ModelLoader.Request(
            bug.specification(),
            bug.configuration(),
            List.of(Places.EXAMPLES),
            null,
            null,
            List.of());
    assertThat(backwards(ModelLoader.load(request))).isNull();
  }

  private static Model model(String name) {
    return ModelLoader.load(ModelLoader.Request.of(Places.EXAMPLES.resolve(name + ".tla")));
  }

  private static @Nullable List<Clause> backwards(Model model) throws InterruptedException {
    Strengthening.Request request = request(model, false);
    try (DirectedStrengthening search =
        DirectedStrengthening.start(request, strengthening(model, request), List.of())) {
      while (search.isRunning()) {
        Thread.sleep(10);
      }
      return search.lemmas();
    }
  }

  private static Strengthening.Result strengthening(Model model, Strengthening.Request request) {
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    return Objects.requireNonNull(Strengthening.of(unrolling.frames(), request));
  }

  private static Strengthening.Request request(Model model, boolean deadlock) {
    return new Strengthening.Request(
        new Unrolling(model),
        STEPS,
        Engine.AUTO,
        deadlock,
        true,
        Budget.UNLIMITED,
        Duration.ofMinutes(2),
        new SolvingTime());
  }

  private static Set<List<Value>> states(StateSpace space) {
    Set<List<Value>> all = new HashSet<>();
    List<List<Value>> level = new ArrayList<>();
    space.initialStates(null, (state, _) -> visit(List.of(state), all, level));
    for (int depth = 1; depth <= STEPS && all.size() < 20_000; depth++) {
      List<List<Value>> next = new ArrayList<>();
      for (List<Value> state : level) {
        Value[] values = state.toArray(new Value[0]);
        space.successors(values, depth, null, (s, _) -> visit(List.of(s), all, next));
      }
      level.clear();
      level.addAll(next);
    }
    return all;
  }

  private static boolean visit(List<Value> state, Set<List<Value>> all, List<List<Value>> level) {
    if (all.add(state)) {
      level.add(state);
    }
    return true;
  }

  private static boolean holds(Clause clause, List<Value> state) {
    return clause.literals().stream()
        .anyMatch(l -> ConcreteFacts.holds(l.fact(), state) == l.positive());
  }
}
