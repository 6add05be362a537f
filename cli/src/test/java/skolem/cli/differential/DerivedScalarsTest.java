package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.model.Model;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.Reductions;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// Integers that are computed from the same part of a state remain related to one another.
class DerivedScalarsTest {
  private static final String CONFIGURATION = "INIT Init\nNEXT Next\nINVARIANT Inv\n";

  /// What is poured from a jug is in it, and there is room for it: no jug is ever thought to hold
  /// less than nothing, or more than it can, so that each step costs the same.
  @Test
  void eachStepCostsTheSame() {
    Model jugs =
        Modules.load(
            """
            ---- MODULE Test ----
            EXTENDS Naturals
            VARIABLE c
            Room == [a |-> 5, b |-> 3, d |-> 3]
            Min(m, n) == IF m < n THEN m ELSE n
            Init == c = [j \\in DOMAIN Room |-> 0]
            Pour(j, k) ==
              LET p == Min(c[j], Room[k] - c[k])
              IN c' = [c EXCEPT ![j] = @ - p, ![k] = @ + p]
            Next == \\E j \\in DOMAIN Room :
              \\/ c' = [c EXCEPT ![j] = Room[j]]
              \\/ c' = [c EXCEPT ![j] = 0]
              \\/ \\E k \\in DOMAIN Room \\ {j} : Pour(j, k)
            Inv == c.a # 6
            ====
            """,
            CONFIGURATION);
    long first = nodes(jugs, 8) - nodes(jugs, 4);
    long second = nodes(jugs, 12) - nodes(jugs, 8);
    assertThat(second).isBetween(first / 2, first * 11 / 10);
  }

  private static long nodes(Model model, int length) {
    CheckOptions options = new CheckOptions(length, Engine.AUTO, Budget.UNLIMITED, true);
    Reductions none = new Reductions(Set.of(), Duration.ZERO);
    return BoundedChecker.check(model, options.with(none), CheckListener.silent()).nodes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' = x - Min(x, y) /\\ y' = (x + y) % 4",
        "x' = (IF x > y THEN x - y ELSE y - x) /\\ y' = (y + 1) % 4",
        "x' = 6 \\div (x - y + 4) /\\ y' = (y + 3) % 4",
        "x' = 6 \\div (x - y) /\\ y' = (y + 1) % 4",
        "x' = (IF y = 0 THEN 1 ELSE x \\div y) /\\ y' = (x + y) % 4",
        "x' = (IF x <= x THEN (x * y) % 5 ELSE 7) /\\ y' = (y + 1) % 4",
        "x' = (IF x # y /\\ x > 1 THEN x - 1 ELSE (x + y) % 4) /\\ y' = Min(x, y)",
        "x' = (LET d == x - y IN IF d < 0 THEN 0 - d ELSE d) /\\ y' = (y + x) % 4",
        "x' = (LET q == 4 \\div y IN IF y > 0 THEN Min(q, x) ELSE x) /\\ y' = (y + 1) % 4",
        "x' = (LET q == IF y > 1 THEN 4 \\div (y - 1) ELSE 4 \\div y IN q - y) /\\ y' = y + 1",
        "x' = [i \\in 0..2 |-> 2 - i][Min(x, y)] + x - x /\\ y' = (y + 1) % 4",
        "x' = f[y % 2] - Min(f[0], f[1]) /\\ y' = (y + 1) % 4",
        "x' = (IF y < 3 THEN f[y] ELSE f[0]) - f[0] /\\ y' = (y + 1) % 4"
      })
  void bothEnginesAgree(String step) {
    String module =
        """
        ---- MODULE Test ----
        EXTENDS Integers
        VARIABLES x, y, f
        Min(m, n) == IF m < n THEN m ELSE n
        Init == x \\in 0..3 /\\ y \\in 0..3 /\\ f = [i \\in 0..1 |-> x]
        Next == %s /\\ f' = [f EXCEPT ![0] = x, ![1] = (@ + y) %% 3]
        Inv == x - Min(x, y) < 3
        ====
        """
            .formatted(step);
    for (String invariant : new String[] {"x - Min(x, y) < 3", "x > -3", "x + y # 5"}) {
      Model model =
          Modules.load(
              module.replace("x - Min(x, y) < 3\n====", invariant + "\n===="), CONFIGURATION);
      assertThat(BehaviourComparison.of(model, 4)).isInstanceOf(Finding.Agreement.class);
    }
  }
}
