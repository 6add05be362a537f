package skolem.solver.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.encoder.formula.Formula;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.verdict.Outcome;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SessionStatistics;
import skolem.solver.session.SolverSession;

/// A whole check with an engine that answers no question that is asked in one piece: its cubes
/// answer it.
class CutQuestionsTest {
  private static final Duration LIMIT = Duration.ofMillis(800);

  @TempDir private Path folder;

  /// An engine that lets the time pass where it is given three quarters of the limit, or about
  /// that: so much is for one piece.
  private record SlowInOnePiece(SolverSession session, List<Formula> cubes)
      implements SolverSession {
    @Override
    public void assertThat(Formula formula) {
      session.assertThat(formula);
    }

    @Override
    public Answer check(List<Formula> assumptions, Budget budget) {
      Duration time = budget.limit();
      if (time != null && time.compareTo(LIMIT) < 0 && time.compareTo(LIMIT.dividedBy(2)) > 0) {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return new Answer.Unknown(budget.exceeded());
      }
      if (time != null && time.compareTo(LIMIT.dividedBy(2)) < 0) {
        cubes.addAll(assumptions);
      }
      return session.check(assumptions, budget);
    }

    @Override
    public SessionStatistics statistics() {
      return session.statistics();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private Model model(String invariant) throws IOException {
    Path module = folder.resolve("Spec.tla");
    Path config = folder.resolve("Spec.cfg");
    Files.writeString(
        module,
        """
        ---- MODULE Spec ----
        EXTENDS Integers
        VARIABLES x, before
        Init == x \\in 0..1 /\\ before = x
        Up == x' \\in {x + 1, x + 2} /\\ before' = x
        Down == x' = x - 1 /\\ before' = x
        Next == Up \\/ Down
        Inv == %s
        ====
        """
            .formatted(invariant));
    Files.writeString(config, "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    return ModelLoader.load(ModelLoader.Request.of(module).withConfig(config));
  }

  private CheckReport check(String invariant, List<Formula> cubes) throws IOException {
    Model model = model(invariant);
    Reductions onlyCubes = new Reductions(EnumSet.of(Reductions.Reduction.CUBES), Duration.ZERO);
    CheckOptions options =
        new CheckOptions(2, Engine.AUTO, Budget.of(LIMIT), /* deadlock= */ false).with(onlyCubes);
    return BoundedChecker.check(
        model,
        options,
        CheckListener.silent(),
        formulas -> new SlowInOnePiece(SolverSessions.open(Engine.AUTO, formulas), cubes));
  }

  private static Outcome outcome(CheckReport report) {
    return report.verdict().answers().getFirst().outcome();
  }

  @Test
  void noToAllCubesIsNo() throws IOException {
    List<Formula> cubes = new ArrayList<>();
    CheckReport report = check("x - before < 3", cubes);
    assertThat(outcome(report)).isEqualTo(new Outcome.HoldsUpTo(2));
    assertThat(cubes).hasSize(4);
  }

  @Test
  void yesToOneCubeIsACounterexample() throws IOException {
    List<Formula> cubes = new ArrayList<>();
    CheckReport report = check("x - before < 3 /\\ x < 5", cubes);
    assertThat(outcome(report))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, violated -> assertThat(violated.trace().length()).isEqualTo(2));
    assertThat(cubes).hasSizeBetween(3, 4);
  }
}
