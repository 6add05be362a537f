package skolem.solver.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skolem.solver.sat.SatEngine.Result;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;

/// Two engines at one question; brute force is the judge of small ones.
class PortfolioEngineTest {
  /// So many holes take an engine some thousand learnt clauses.
  private static final int HARD = 8;

  private static final int FAR_TOO_HARD = 30;
  private static final int SAMPLE = 1_000;
  private static final int VARIABLES = 8;
  private static final Budget HELPED = Budget.UNLIMITED.withHelpAfter(Duration.ZERO);

  /// What another engine does, and the clauses that it is given.
  private static class Recording implements LearningEngine {
    final LearningEngine engine = CadicalEngine.open();
    final List<int[]> clauses = new ArrayList<>();

    @Override
    public void onLearning(LearnedClauses learned, int longest) {
      engine.onLearning(learned, longest);
    }

    @Override
    public void interrupt() {
      engine.interrupt();
    }

    @Override
    public void resume() {
      engine.resume();
    }

    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public void addClause(int[] literals, int length) {
      clauses.add(Arrays.copyOf(literals, length));
      engine.addClause(literals, length);
    }

    @Override
    public Result solve(int[] assumptions, Budget budget) {
      return engine.solve(assumptions, budget);
    }

    @Override
    public String reason() {
      return engine.reason();
    }

    @Override
    public boolean value(int variable) {
      return engine.value(variable);
    }

    @Override
    public boolean failed(int assumption) {
      return engine.failed(assumption);
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  /// An engine that answers nothing before it is interrupted.
  private static final class Brooding extends Recording {
    private volatile CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public Result solve(int[] assumptions, Budget budget) {
      try {
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return Result.UNKNOWN;
    }

    @Override
    public boolean value(int variable) {
      throw new AssertionError("it has no model");
    }

    @Override
    public boolean failed(int assumption) {
      throw new AssertionError("it has refuted nothing");
    }

    @Override
    public void interrupt() {
      interrupted.countDown();
    }

    @Override
    public void resume() {
      interrupted = new CountDownLatch(1);
    }
  }

  /// An engine that uses up the time for its first question.
  private static final class Late extends Recording {
    private boolean asked;

    @Override
    public Result solve(int[] assumptions, Budget budget) {
      if (asked) {
        return super.solve(assumptions, budget);
      }
      asked = true;
      Duration limit = budget.limit();
      assertThat(limit).isNotNull().isLessThan(Duration.ofSeconds(1));
      try {
        Thread.sleep(limit);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return Result.UNKNOWN;
    }
  }

  /// An engine that keeps its answers to itself until it has been told more than it was given, and
  /// so has the other: however fast they are, they exchange what they learn, or never answer.
  private static final class Reticent extends Recording {
    private final int given;
    private volatile boolean told;
    private @Nullable Reticent other;

    Reticent(int given) {
      this.given = given;
    }

    void beside(Reticent partner) {
      other = partner;
      partner.other = this;
    }

    @Override
    public void addClause(int[] literals, int length) {
      super.addClause(literals, length);
      told = clauses.size() > given;
    }

    @Override
    public Result solve(int[] assumptions, Budget budget) {
      long start = System.nanoTime();
      Result result = super.solve(assumptions, budget);
      if (told && other != null && other.told) {
        return result;
      }
      Duration limit = Objects.requireNonNull(budget.limit());
      try {
        Thread.sleep(limit.minusNanos(System.nanoTime() - start));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return Result.UNKNOWN;
    }
  }

  /// An engine that fails at the first question.
  private static final class Broken extends Recording {
    @Override
    public Result solve(int[] assumptions, Budget budget) {
      throw new EngineFailure("it broke down");
    }
  }

  @Test
  void agreesWithBruteForce() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<int[]> clauses = new ArrayList<>();
      try (SatEngine engine = PortfolioEngine.open()) {
        for (int question = 0; question < 6; question++) {
          for (int i = 0; i < 6; i++) {
            int[] clause = literals(random, 3);
            clauses.add(clause);
            engine.addClause(clause, clause.length);
          }
          int[] assumptions = literals(random, 2);
          requireRight(engine, clauses, assumptions);
        }
      }
    }
  }

  private static int[] literals(Random random, int number) {
    return random
        .ints(number, 1, VARIABLES + 1)
        .map(variable -> random.nextBoolean() ? variable : -variable)
        .toArray();
  }

  private static void requireRight(SatEngine engine, List<int[]> clauses, int[] assumptions) {
    List<int[]> all = new ArrayList<>(clauses);
    Result result = engine.solve(assumptions, HELPED);
    if (result == Result.SATISFIABLE) {
      Arrays.stream(assumptions).forEach(literal -> all.add(new int[] {literal}));
      int model = 0;
      for (int variable = 1; variable <= VARIABLES; variable++) {
        model |= engine.value(variable) ? 1 << variable : 0;
      }
      assertThat(holds(all, model)).isTrue();
    } else {
      assertThat(result).isEqualTo(Result.UNSATISFIABLE);
      Arrays.stream(assumptions)
          .filter(engine::failed)
          .forEach(literal -> all.add(new int[] {literal}));
      for (int model = 0; model < 1 << (VARIABLES + 1); model += 2) {
        assertThat(holds(all, model)).isFalse();
      }
    }
  }

  /// @param model the true variables, as bits
  private static boolean holds(List<int[]> clauses, int model) {
    return clauses.stream()
        .allMatch(clause ->
            Arrays.stream(clause)
                .anyMatch(literal -> (model >> Math.abs(literal) & 1) == (literal > 0 ? 1 : 0)));
  }

  /// Where variable 1 is true, more pigeons than there are holes have a hole each.
  private static List<int[]> pigeons(int holes) {
    List<int[]> clauses = new ArrayList<>();
    for (int pigeon = 0; pigeon <= holes; pigeon++) {
      int[] somewhere = new int[holes + 1];
      somewhere[holes] = -1;
      for (int hole = 0; hole < holes; hole++) {
        somewhere[hole] = in(pigeon, hole, holes);
        for (int other = 0; other < pigeon; other++) {
          clauses.add(new int[] {-in(pigeon, hole, holes), -in(other, hole, holes)});
        }
      }
      clauses.add(somewhere);
    }
    return clauses;
  }

  private static int in(int pigeon, int hole, int holes) {
    return 2 + pigeon * holes + hole;
  }

  @Test
  void whatTheyTellEachOtherFollowsFromWhatTheyWereGiven() {
    List<int[]> given = pigeons(HARD);
    Reticent first = new Reticent(given.size());
    Reticent second = new Reticent(given.size());
    first.beside(second);
    try (SatEngine engine = new PortfolioEngine(first, () -> second)) {
      given.forEach(clause -> engine.addClause(clause, clause.length));
      Budget budget = Budget.of(Duration.ofMinutes(1)).withHelpAfter(Duration.ZERO);
      assertThat(engine.solve(new int[] {1}, budget)).isEqualTo(Result.UNSATISFIABLE);
      assertThat(engine.failed(1)).isTrue();
    }
    for (Recording told : List.of(first, second)) {
      List<int[]> learned = told.clauses.subList(given.size(), told.clauses.size());
      try (SatEngine judge = CadicalEngine.open()) {
        given.forEach(clause -> judge.addClause(clause, clause.length));
        assertThat(judge.solve(new int[0], Budget.UNLIMITED)).isEqualTo(Result.SATISFIABLE);
        for (int[] clause : learned.subList(0, Math.min(SAMPLE, learned.size()))) {
          int[] denied = Arrays.stream(clause).map(literal -> -literal).toArray();
          assertThat(judge.solve(denied, Budget.UNLIMITED)).isEqualTo(Result.UNSATISFIABLE);
        }
      }
    }
  }

  @Test
  void theSecondMayAnswer() {
    try (SatEngine engine = new PortfolioEngine(new Brooding(), CadicalEngine::open)) {
      engine.addClause(new int[] {-1, 2}, 2);
      assertThat(engine.solve(new int[] {1}, HELPED)).isEqualTo(Result.SATISFIABLE);
      assertThat(engine.value(2)).isTrue();
    }
    try (SatEngine engine = new PortfolioEngine(new Brooding(), CadicalEngine::open)) {
      engine.addClause(new int[] {-1}, 1);
      assertThat(engine.solve(new int[] {2, 1}, HELPED)).isEqualTo(Result.UNSATISFIABLE);
      assertThat(engine.failed(1)).isTrue();
      assertThat(engine.failed(2)).isFalse();
    }
  }

  @Test
  void theFirstMayAnswer() {
    try (SatEngine engine = new PortfolioEngine(CadicalEngine.open(), Brooding::new)) {
      engine.addClause(new int[] {-1, 2}, 2);
      assertThat(engine.solve(new int[] {1}, HELPED)).isEqualTo(Result.SATISFIABLE);
      assertThat(engine.value(2)).isTrue();
    }
  }

  @Test
  void theFirstMayAnswerLater() {
    try (SatEngine engine = new PortfolioEngine(new Late(), Brooding::new)) {
      engine.addClause(new int[] {-1, 2}, 2);
      assertThat(engine.solve(new int[] {1}, HELPED)).isEqualTo(Result.SATISFIABLE);
      assertThat(engine.value(2)).isTrue();
    }
  }

  @Test
  void withoutTheSecondWhereItFails() {
    Broken broken = new Broken();
    try (SatEngine engine = new PortfolioEngine(CadicalEngine.open(), () -> broken)) {
      for (int variable = 1; variable < 4; variable++) {
        engine.addClause(new int[] {variable, variable + 1}, 2);
        assertThat(engine.solve(new int[] {-variable}, HELPED)).isEqualTo(Result.SATISFIABLE);
        assertThat(engine.value(variable + 1)).isTrue();
      }
      assertThat(engine.failures())
          .containsExactly("with a second engine beside it, it broke down");
    }
    assertThat(broken.clauses).hasSize(1);
  }

  @Test
  void theFirstGoesOnAloneWhereBothAreTooMuch() {
    Recording first =
        new Recording() {
          private boolean alone;

          @Override
          public Result solve(int[] assumptions, Budget budget) {
            if (!alone) {
              alone = true;
              throw new EngineFailure("it is full");
            }
            return super.solve(assumptions, budget);
          }
        };
    try (SatEngine engine = new PortfolioEngine(first, CadicalEngine::open)) {
      engine.addClause(new int[] {-1}, 1);
      assertThat(engine.solve(new int[] {1}, HELPED)).isEqualTo(Result.UNSATISFIABLE);
      assertThat(engine.failed(1)).isTrue();
      assertThat(engine.failures()).containsExactly("with a second engine beside it, it is full");
    }
  }

  @Test
  void aFailureOfTheFirstIsOneWhereItWasAlone() {
    try (SatEngine engine = new PortfolioEngine(new Broken(), CadicalEngine::open)) {
      assertThatThrownBy(() -> engine.solve(new int[0], Budget.UNLIMITED))
          .isInstanceOf(EngineFailure.class)
          .hasMessage("it broke down");
    }
  }

  @Test
  void aMistakeInTheSecondIsNotHidden() {
    Recording wrong =
        new Recording() {
          @Override
          public Result solve(int[] assumptions, Budget budget) {
            throw new IndexOutOfBoundsException("a mistake");
          }
        };
    try (SatEngine engine = new PortfolioEngine(new Late(), () -> wrong)) {
      assertThatThrownBy(() -> engine.solve(new int[0], HELPED)).hasRootCauseMessage("a mistake");
    }
  }

  @Test
  void aContradictionBetweenThemIsNoAnswer() {
    Recording refuting =
        new Recording() {
          @Override
          public Result solve(int[] assumptions, Budget budget) {
            return Result.UNSATISFIABLE;
          }
        };
    Recording satisfied =
        new Recording() {
          @Override
          public Result solve(int[] assumptions, Budget budget) {
            return Result.SATISFIABLE;
          }
        };
    try (SatEngine engine = new PortfolioEngine(refuting, () -> satisfied)) {
      assertThatThrownBy(() -> engine.solve(new int[0], HELPED))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("one engine says UNSATISFIABLE, the other SATISFIABLE");
    }
  }

  @Test
  void theSecondIsNotOpenedBeforeItsTime() {
    Supplier<LearningEngine> none =
        () -> {
          throw new AssertionError("opened");
        };
    try (SatEngine engine = new PortfolioEngine(CadicalEngine.open(), none)) {
      engine.addClause(new int[] {1}, 1);
      for (Budget budget :
          List.of(Budget.UNLIMITED, Budget.UNLIMITED.withHelpAfter(Duration.ofHours(1)))) {
        assertThat(engine.solve(new int[] {-1}, budget)).isEqualTo(Result.UNSATISFIABLE);
        assertThat(engine.failed(-1)).isTrue();
      }
    }
  }

  @Test
  void givesUpInTime() {
    Budget budget = Budget.of(Duration.ofMillis(600)).withHelpAfter(Duration.ofMillis(100));
    try (SatEngine engine = PortfolioEngine.open()) {
      pigeons(FAR_TOO_HARD).forEach(clause -> engine.addClause(clause, clause.length));
      long start = System.nanoTime();
      assertThat(engine.solve(new int[] {1}, budget)).isEqualTo(Result.UNKNOWN);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(600), Duration.ofSeconds(10));
      assertThat(engine.reason()).isEqualTo("timed out after 0.6 s");
      assertThat(engine.solve(new int[] {-1}, budget)).isEqualTo(Result.SATISFIABLE);
    }
  }
}
