package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.value.Value;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.lemma.Clause;
import skolem.solver.lemma.DirectedStrengthening;
import skolem.solver.lemma.Levels;
import skolem.solver.lemma.Strengthening;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;
import skolem.solver.session.SolvingTime;

/// What the search backwards knows of behaviours by their length, and lemmas about states whose
/// forms would grow without end.
class LevelsTest {
  private static final int TOKENS = 5;

  /// Tokens lie at three places; x + y + z is always 5. Place by place, nothing bounds z: what is
  /// added to it is taken from y, which a form does not see.
  private static final String SPECIFICATION =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals
      VARIABLES x, y, z
      Init == x = 5 /\\ y = 0 /\\ z = 0
      Next == \\/ x > 0 /\\ x' = x - 1 /\\ y' = y + 1 /\\ UNCHANGED z
              \\/ y > 0 /\\ y' = y - 1 /\\ z' = z + 1 /\\ UNCHANGED x
              \\/ z > 0 /\\ z' = z - 1 /\\ x' = x + 1 /\\ UNCHANGED y
      Few == x + y + z <= 5
      Room == z < 5
      ====
      """;

  /// Each token takes two steps to z, so all of them are there after ten, and not before.
  private static final int SHORTEST = 2 * TOKENS;

  @TempDir Path folder;

  private String written(String invariant) {
    return new SpecificationFolder(folder)
        .writeModule(
            SPECIFICATION, "INIT Init NEXT Next INVARIANT " + invariant + " CHECK_DEADLOCK FALSE");
  }

  private Model model(String invariant) {
    return ModelLoader.load(ModelLoader.Request.of(Path.of(written(invariant))));
  }

  /// The forms grow by a value or two a step; the lemmas keep them within those of the frames.
  @Test
  @Timeout(120)
  void lemmasKeepFormsFromGrowing() {
    Model model = model("Few");
    Strengthening.Result result = strengthening(model, request(model, 10_000));

    assertThat(result.covering()).isTrue();
    assertThat(result.inductive()).isTrue();
    assertThat(result.steps()).isNull();
    List<Set<List<Value>>> states = ReachedStates.of(model).byDistance();
    // The ways to lay five tokens at three places.
    assertThat(states.stream().mapToInt(Set::size).sum()).isEqualTo(21);
    for (Set<List<Value>> level : states) {
      for (List<Value> state : level) {
        assertThat(result.lemmas()).allMatch(lemma -> holds(lemma, state), "holds in " + state);
      }
    }
  }

  @Test
  @Timeout(120)
  void levelsHoldOfStatesByTheirDistance() throws InterruptedException {
    Model model = model("Room");
    Strengthening.Request request = request(model, 30);
    Strengthening.Result within = strengthening(model, request);
    try (DirectedStrengthening search =
        DirectedStrengthening.start(request, within, within.lemmas())) {
      while (search.isRunning()) {
        Thread.sleep(10);
      }

      assertThat(search.lemmas()).isNull();
      Levels levels = search.levels();
      assertThat(levels.bound()).isEqualTo(SHORTEST - 1);
      List<Set<List<Value>>> states = ReachedStates.of(model).byDistance();
      for (int distance = 0; distance < states.size(); distance++) {
        List<Clause> clauses = levels.after(distance);
        for (List<Value> state : states.get(distance)) {
          assertThat(clauses).allMatch(c -> holds(c, state), distance + " steps to " + state);
        }
      }
      assertThat(levels.after(1)).isNotEmpty();
      assertThat(leadsToABadState(search, model)).isTrue();
    }
  }

  @Test
  @Timeout(120)
  void aSearchThatIsFarBehindEnds() throws InterruptedException {
    Model model = model("Room");
    Strengthening.Request request = request(model, 30);
    Strengthening.Result within = strengthening(model, request);
    try (DirectedStrengthening slow =
        DirectedStrengthening.start(request, within, within.lemmas())) {
      slow.endIfBehind(1_000, Duration.ZERO);
      try (DirectedStrengthening quick =
          DirectedStrengthening.start(request, within, within.lemmas())) {
        quick.endIfBehind(1_000, Duration.ofHours(1));
        while (quick.isRunning()) {
          quick.endIfBehind(quick.levels().bound() - 1, Duration.ZERO);
          Thread.sleep(10);
        }
        assertThat(quick.levels().bound()).isEqualTo(SHORTEST - 1);
      }
      assertThat(slow.isRunning()).isFalse();
      assertThat(slow.levels().bound()).isLessThan(SHORTEST - 1);
      assertThat(slow.lemmas()).isNull();
    }
  }

  @Test
  @Timeout(120)
  void theShortestCounterexampleIsFound() {
    String specification = written("Room");
    for (String patience : List.of("0", "0.001", "0.05")) {
      CommandRun run =
          CommandRun.of("check", specification, "--length", "30", "--patience", patience);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
      assertThat(run.depthOfViolation()).hasValue(SHORTEST);
    }
  }

  private static boolean leadsToABadState(DirectedStrengthening search, Model model) {
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    for (int i = 0; i < SHORTEST; i++) {
      unrolling.extend();
    }
    List<Formula> way = new ArrayList<>(search.way(unrolling));
    assertThat(way).isNotEmpty();
    unrolling.invariantQueries().forEach(query -> way.add(query.bad()));
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      unrolling.frames().forEach(frame -> frame.constraints().forEach(session::assertThat));
      return session.check(way, Budget.UNLIMITED) instanceof Answer.Sat;
    }
  }

  private static Strengthening.Result strengthening(Model model, Strengthening.Request request) {
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    for (int i = 0; i < SHORTEST - 1; i++) {
      unrolling.extend();
    }
    return Objects.requireNonNull(Strengthening.of(unrolling.frames(), request));
  }

  private static Strengthening.Request request(Model model, int steps) {
    return new Strengthening.Request(
        new Unrolling(model),
        steps,
        Engine.AUTO,
        false,
        true,
        Budget.UNLIMITED,
        Duration.ofSeconds(60),
        new SolvingTime());
  }

  private static boolean holds(Clause clause, List<Value> state) {
    return clause.literals().stream()
        .anyMatch(l -> ConcreteFacts.holds(l.fact(), state) == l.positive());
  }
}
