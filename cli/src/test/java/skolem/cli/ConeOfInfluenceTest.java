package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;
import skolem.frontend.model.ConeOfInfluence;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.CheckReport;
import skolem.solver.bmc.Reductions;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// Variables that nothing asked about depends on are not computed, and change no answer.
class ConeOfInfluenceTest {
  private static final String LOCK =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals, Sequences
      VARIABLES pc, owner%s
      Init == pc = [p \\in 1..3 |-> "idle"] /\\ owner = {}%s
      Take(p) == /\\ pc[p] = "idle" /\\ owner = {}
                 /\\ owner' = {p} /\\ pc' = [pc EXCEPT ![p] = "in"]%s
      Give(p) == /\\ pc[p] = "in"
                 /\\ owner' = owner \\ {p} /\\ pc' = [pc EXCEPT ![p] = "idle"]%s
      Next == \\E p \\in 1..3 : Take(p) \\/ Give(p)
      Mutex == \\A p, q \\in 1..3 : pc[p] = "in" /\\ pc[q] = "in" => p = q
      Idle == \\A p \\in 1..3 : pc[p] # "in"
      ====
      """;
  private static final String BARE = LOCK.formatted("", "", "", "");
  private static final String LOGGED =
      LOCK.formatted(
          ", log, steps, last",
          " /\\ log = <<>> /\\ steps = 0 /\\ last = 0",
          " /\\ log' = Append(log, <<p, pc[p]>>) /\\ steps' = steps + 1 /\\ last' = {p}",
          " /\\ log' = <<p>> \\o log /\\ steps' = 1 + steps /\\ UNCHANGED last");

  @TempDir Path folder;

  private String specification(String text, String invariant) {
    return new SpecificationFolder(folder)
        .writeModule(text, "INIT Init NEXT Next INVARIANT " + invariant);
  }

  private Model model(String text) {
    return ModelLoader.load(ModelLoader.Request.of(Path.of(specification(text, "Mutex"))));
  }

  /// The encoder makes as many formulas, and the solver gets as many clauses, as if the variables
  /// were not in the specification.
  @Test
  void whatIsOutsideCostsNothing() {
    CheckReport bare = check(BARE, Reductions.NONE);
    Reductions cone = new Reductions(Set.of(Reductions.Reduction.CONE), Duration.ofMillis(400));
    CheckReport logged = check(LOGGED, cone);
    assertThat(logged.leftOut()).containsExactly("log", "steps", "last");
    assertThat(logged.nodes()).isEqualTo(bare.nodes());
    assertThat(logged.solver().clauses()).isEqualTo(bare.solver().clauses());
    assertThat(check(LOGGED, Reductions.NONE).nodes()).isGreaterThan(bare.nodes());
  }

  private CheckReport check(String text, Reductions reductions) {
    CheckOptions options = new CheckOptions(8, Engine.AUTO, Budget.UNLIMITED, true);
    return BoundedChecker.check(model(text), options.with(reductions), CheckListener.silent());
  }

  /// A log has no greatest length, so only without it are there finitely many states.
  @Test
  void inductionIsNotHinderedByALog() {
    String specification = specification(LOGGED, "Mutex");
    CommandRun run = CommandRun.of("check", specification, "--patience", "0");
    assertThat(run.out()).contains("Mutex                holds at every depth: by induction");
    CommandRun whole =
        CommandRun.of(
            "check",
            specification,
            "--patience",
            "0",
            "--reduce",
            "induction,lemmas,directed,order,pruning,symmetry");
    assertThat(whole.out()).contains("Mutex                no violation in 10 steps");
  }

  @Test
  void aCounterexampleHasAllVariables() {
    CommandRun run = CommandRun.of("check", specification(LOGGED, "Idle"), "--reduce", "cone");
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out())
        .contains("Note: nothing that is asked depends on log, steps, last: left out of the search")
        .contains("Trace of 1 step, confirmed by the concrete evaluator")
        .containsPattern("/\\\\ log = <<<<\\d, \"idle\">>>>")
        .contains("/\\ steps = 1");
  }

  private static String counter(String init, String next) {
    return """
    ---- MODULE Spec ----
    EXTENDS Naturals, Sequences
    VARIABLES x, h
    Init == x = 0 /\\ h = %s
    Next == %s
    Mutex == x < 9
    ====
    """
        .formatted(init, next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "h' = Append(h, x) /\\ x' = x + 1",
        "x' = x + 1 /\\ IF x = 3 THEN h' = <<>> ELSE h' = h \\o <<x, x>>",
        "(x' = x + 1 /\\ UNCHANGED h) \\/ UNCHANGED <<x, h>>",
        "\\E y \\in 0..1 : x' = x + y /\\ h' = IF y = 1 THEN Append(h, [v |-> x]) ELSE h"
      })
  void whatIsOnlyWrittenIsOutside(String next) {
    assertThat(ConeOfInfluence.of(model(counter("<<>>", next))).outside()).hasSize(1);
  }

  /// The definition of the LET applies the one that it stands in.
  @Test
  void recursionIsFollowedOnce() {
    String text =
        """
        ---- MODULE Spec ----
        EXTENDS Naturals, Sequences
        VARIABLES x, h, g
        RECURSIVE Twice(_)
        Twice(n) == IF n = 0 THEN 0 ELSE LET less == Twice(n - 1) IN less + 2 + 0 * x
        Init == x = 0 /\\ h = <<>> /\\ g = 0
        Next == x' = x + 1 /\\ h' = Append(h, Twice(2)) /\\ g' = Twice(1)
        Mutex == x < 9
        ====
        """;
    Model model = model(text);
    assertThat(ConeOfInfluence.of(model).names(model)).containsExactly("h", "g");
  }

  /// Each of these reads `h`, or could fail to have a value because of it, or tests it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "h' = Append(h, x) /\\ x' = Len(h)",
        "h' = Append(h, Len(h)) /\\ x' = x + 1",
        "h' = Tail(h) /\\ x' = x + 1",
        "Len(h) < 3 /\\ h' = Append(h, x) /\\ x' = x + 1",
        "h' = Append(h, x) /\\ x' = x + 1 /\\ Len(h') < 3",
        "h' = Append(h, x) /\\ x' = x + 1 /\\ h' = <<0>>",
        "h' = Append(h, x) /\\ x' = x + 1 /\\ UNCHANGED h",
        "x' = x + 1 /\\ (x < 5 => h' = <<x>>) /\\ h' = <<>>",
        "\\A y \\in 1..2 : h' = <<y>> /\\ x' = x + 1",
        "h' \\in {<<1>>, <<2>>} /\\ x' = x + 1",
        "ENABLED (h' = <<1>> /\\ h = <<>> /\\ x' = x) /\\ h' = <<x>> /\\ x' = x + 1"
      })
  void whatIsReadIsInside(String next) {
    assertThat(ConeOfInfluence.of(model(counter("<<>>", next))).outside()).isEmpty();
  }

  /// The first step appends to a number; or it goes wrong, after some steps, in what is appended.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; h' = Append(h, x) /\\ x' = x + 1                     ; 0",
        "\"a\"; h' = h \\o <<x>> /\\ x' = x + 1                      ; 0",
        "<<>>; h' = h + 1 /\\ x' = x + 1                            ; 0",
        "<<>>; h' = Append(h, <<5, 6>>[x + 1]) /\\ x' = x + 1       ; 2",
        "0; h' = h + [y \\in 0..3 |-> 1][x] /\\ x' = x + 1         ; 4",
        "0; h' = (IF x = 3 THEN <<1>> ELSE 1) + h /\\ x' = x + 1 ; 3",
        "0; h' = {s \\in SUBSET (1..2) : s # {6 \\div (2 - x)}} /\\ x' = x + 1 ; 2",
        "<<>>; h' = Append(h, {s \\in SUBSET (1..2) : s # {6 \\div (2 - x)}}) /\\ x' = x + 1 ; 2",
        "0; h' = <<{f \\in [1..2 -> 1..2] : f[x + 1] = 1}>> /\\ x' = x + 1 ; 2"
      })
  void whatHasNoValueIsFound(String init, String next, int depth) {
    String specification = specification(counter(init, next), "Mutex");
    for (String means : List.of("none", "cone", "all")) {
      CommandRun run = CommandRun.of("check", specification, "--reduce", means);
      assertThat(run.status()).as(means).isEqualTo(75);
      assertThat(run.depthOfViolation()).as(means).hasValue(depth);
    }
  }
}
