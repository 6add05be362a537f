package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is defined once and used under several conditions has its evaluation errors under each of
/// them, also where it is used first under one that excludes them.
class SharedOperandsTest {
  private static final String CONFIGURATION =
      "INIT Init\nNEXT Next\nINVARIANT Inv\nCONSTRAINT Bound\nCHECK_DEADLOCK FALSE\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LET x == f[k] IN IF k \\in DOMAIN f THEN x = 1 ELSE x # 1",
        "LET x == f[k] IN (k \\in DOMAIN f => x = 1) /\\ (k \\notin DOMAIN f => x = 1)",
        "LET x == IF b THEN 1 \\div 0 ELSE 1 IN IF ~b THEN x = 1 ELSE x = 1",
        "LET x == 1 \\div (IF b THEN 0 ELSE 1) IN (~b => x = 1) /\\ (b => x = 1)",
        "G(1 \\div (IF b THEN 0 ELSE 1))",
        "\\A y \\in {2} : G(f[IF b THEN y ELSE 1])",
        "LET x == \\E y \\in {2} : f[IF b THEN y ELSE 1] = 1 IN IF b THEN x ELSE x",
        "LET x == {f[y] : y \\in {IF b THEN 2 ELSE 1}} IN IF ~b THEN x = {1} ELSE x = {1}",
        "LET x == f[k] y == x + 1 IN IF k = 1 THEN y = 2 ELSE IF b THEN y = 2 ELSE x = 2",
        "LET x == Sum(f[k]) IN IF k = 1 THEN x = 1 ELSE x = 1"
      })
  void errorsAreFoundOnEachWay(String invariant) {
    requireAgreement(withPartialFunction(invariant), "INVARIANT_ERROR at depth 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LET x == f[k] IN IF k \\in DOMAIN f THEN x = 1 ELSE TRUE",
        "LET x == 1 \\div (IF b THEN 0 ELSE 1) IN IF b THEN TRUE ELSE x = 1",
        "LET x == Sum(f[k]) IN k = 1 => x = 1"
      })
  void errorsAreNotFoundWhereNothingIsUsed(String invariant) {
    requireAgreement(withPartialFunction(invariant), "no violation, many states at the end");
  }

  /// A recursion ends early where the way to it excludes more; what is computed from that does not
  /// stand elsewhere.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d == g + 1        | (k = 0 /\\ g = 0 /\\ d = 1) \\/ d # 1 + k    | INVARIANT_FALSE
          d == 6 \\div (2 - g) | (k = 0 /\\ g = 0 /\\ d = 3) \\/ d # 100  | INVARIANT_ERROR
          d == {g} e == d   | (k = 0 /\\ g = 0 /\\ e = {0}) \\/ e # {k}   | INVARIANT_FALSE
          """)
  void whatRestsOnAnEndedRecursionStandsNoFurther(String definition, String use, String wrong) {
    requireAgreement(
        withRecursion("Next == k' = k\nInv == LET g == G(k, k) " + definition + " IN " + use),
        wrong + " at depth 0");
  }

  @Test
  void stepsAreTakenWithTheWholeRecursion() {
    String steps =
        """
        Next ==
          LET g == G(k, k)
              d == g + 1
          IN \\/ k = 0 /\\ g = 0 /\\ k' = d
             \\/ k > 0 /\\ k' = d
        Inv == k <= 3
        """;
    requireAgreement(withRecursion(steps), "INVARIANT_FALSE at depth 1");
  }

  private static void requireAgreement(String module, String ending) {
    Finding finding = BehaviourComparison.of(Modules.load(module, CONFIGURATION), 2);
    assertThat(finding).isEqualTo(new Finding.Agreement(ending));
  }

  private static String withRecursion(String units) {
    return """
    ---- MODULE Test ----
    EXTENDS Integers
    VARIABLES k
    RECURSIVE G(_, _)
    G(n, y) == IF n = 0 THEN y - y ELSE 1 + G(n - 1, k)
    Init == k \\in 0..3
    Bound == k <= 3
    %s
    ====
    """
        .formatted(units);
  }

  private static String withPartialFunction(String invariant) {
    return """
    ---- MODULE Test ----
    EXTENDS Integers
    VARIABLES k, f, b
    RECURSIVE Sum(_)
    Sum(n) == IF n = 0 THEN 0 ELSE 1 + Sum(n - 1)
    Init == k \\in {1, 2} /\\ f = [i \\in {1} |-> 1] /\\ b \\in BOOLEAN
    Next == UNCHANGED <<k, f, b>>
    G(x) == (~b => x = 1) /\\ (b => x = 1)
    Bound == TRUE
    Inv == %s
    ====
    """
        .formatted(invariant);
  }
}
