package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.model.ValueSymmetry;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.pruning.Pruning;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// What pruning leaves of a frame is exactly what is true of some state that the concrete evaluator
/// reaches in as many steps.
class PruningTest {
  private static final Duration TIME = Duration.ofMinutes(2);

  @ParameterizedTest
  @CsvSource({
    "TwoPhaseCommit, 6",
    "LeaderElection, 5",
    "NamePlans, 5",
    "LeaseLock, 5",
    "PermissionMutex, 5",
    "BoundedQueue, 6",
    "TwoPhaseCommitAlgorithm, 5"
  })
  void leavesWhatIsReached(String name, int steps) {
    Model model = ModelLoader.load(ModelLoader.Request.of(Places.EXAMPLES.resolve(name + ".tla")));
    check(model, steps, List.of());
  }

  /// Of what differs in interchangeable values one is asked about, and the rest is left out with it
  /// or stays with it.
  @ParameterizedTest
  @CsvSource({
    "TwoPhaseCommit, 6",
    "TwoPhaseCommitAlgorithm, 5",
    "LeaseLock, 5",
    "BoundedQueue, 6",
    "NamePlans, 5",
    "BuildFarm, 4"
  })
  void leavesWhatIsReachedOfInterchangeableValues(String name, int steps) {
    Model model = ModelLoader.load(ModelLoader.Request.of(Places.EXAMPLES.resolve(name + ".tla")));
    List<List<ModelValue>> sets = ValueSymmetry.of(model).sets();
    assertThat(sets).isNotEmpty();
    check(model, steps, sets);
  }

  /// Nobody sends to itself, which only the values of `next` say.
  @Test
  void pairsOfOneValueTwiceAreOfAnotherOrbit(@TempDir Path folder) {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                CONSTANT S
                VARIABLES next, sent, groups
                Init == /\\ next \\in [S -> S]
                        /\\ \\A s \\in S : next[s] # s
                        /\\ sent = {}
                        /\\ groups = {}
                Send(s) == /\\ sent' = sent \\cup {<<s, next[s]>>}
                           /\\ groups' = groups \\cup {{s, next[s]}}
                           /\\ UNCHANGED next
                Alone(s, t) == <<s, t>> \\in sent /\\ s = t /\\ UNCHANGED <<next, sent, groups>>
                Turn(s, t) == /\\ <<s, t>> \\in sent
                              /\\ next[t] # s
                              /\\ next' = [next EXCEPT ![t] = s]
                              /\\ UNCHANGED <<sent, groups>>
                Next == \\E s, t \\in S : Send(s) \\/ Alone(s, t) \\/ Turn(s, t)
                ====
                """,
                "CONSTANT S = {s1, s2, s3}\nINIT Init\nNEXT Next\n");
    Model model = ModelLoader.load(ModelLoader.Request.of(Path.of(specification)));
    check(model, 3, ValueSymmetry.of(model).sets());
  }

  private static void check(Model model, int steps, List<List<ModelValue>> interchangeable) {
    StateSpace space = new StateSpace(model, _ -> {});
    Set<List<Value>> states = new LinkedHashSet<>();
    space.initialStates(null, (state, _) -> added(List.of(state), states));
    Unrolling unrolling = new Unrolling(model);
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      Pruning pruning = new Pruning(unrolling, session, Budget.UNLIMITED, interchangeable);
      unrolling.begin();
      for (int depth = 0; depth <= steps; depth++) {
        unrolling.last().constraints().forEach(session::assertThat);
        pruning.pruneState(TIME);
        Map<Fact, Formula> left = unrolling.facts(depth);
        assertThat(left.keySet())
            .allMatch(
                fact -> states.stream().anyMatch(state -> ConcreteFacts.holds(fact, state)),
                "true of a state reached in " + depth + " steps");
        assertThat(namesOfActions(unrolling, pruning)).isEqualTo(actions(space, states, depth));
        assertThat(statesDenied(unrolling, depth, states, session)).isEmpty();
        advance(space, states, depth);
        unrolling.extend();
      }
    }
  }

  private static Set<String> namesOfActions(Unrolling unrolling, Pruning pruning) {
    pruning.pruneDepartures(TIME);
    Set<String> names = new TreeSet<>();
    unrolling.departures().forEach(branch -> names.add(branch.label().name()));
    return names;
  }

  private static Set<String> actions(StateSpace space, Set<List<Value>> states, int depth) {
    Set<String> names = new TreeSet<>();
    for (List<Value> state : states) {
      space.successors(
          state.toArray(new Value[0]), depth + 1, null, (_, label) -> added(label.name(), names));
    }
    return names;
  }

  /// The states that are reached, and that the pruned frame cannot show.
  private static List<List<Value>> statesDenied(
      Unrolling unrolling, int depth, Set<List<Value>> states, SolverSession session) {
    List<List<Value>> denied = new ArrayList<>();
    List<String> names = unrolling.model().variables().stream().map(v -> v.name()).toList();
    for (List<Value> state : states.stream().limit(40).toList()) {
      Formula shown = unrolling.shows(new State(names, state), depth);
      if (!(session.check(List.of(shown), Budget.UNLIMITED) instanceof Answer.Sat)) {
        denied.add(state);
      }
    }
    return denied;
  }

  private static void advance(StateSpace space, Set<List<Value>> states, int depth) {
    Set<List<Value>> next = new LinkedHashSet<>();
    for (List<Value> state : states) {
      space.successors(
          state.toArray(new Value[0]), depth + 1, null, (s, _) -> added(List.of(s), next));
    }
    states.clear();
    states.addAll(next);
  }

  /// @return that the walk is to go on
  private static <T> boolean added(T element, Set<T> to) {
    to.add(element);
    return true;
  }
}
