package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Operators that apply one another, and those that a module is instantiated with.
class InstancesAndRecursionTest {
  private static final String CONFIGURATION =
      "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n";

  /// `B(1)` is `A(0)`, and so is of the next state.
  @Test
  void operatorsThatApplyOneAnotherAreOfOneLevel() {
    requireEnding(
        """
        VARIABLES x, y
        RECURSIVE A(_), B(_)
        A(n) == IF n = 0 THEN x' + 0 ELSE B(n - 1)
        B(n) == IF n = 9 THEN y + 0 ELSE A(n - 1)
        Init == x = 0 /\\ y = 0
        One == x' = 1 /\\ y' = y /\\ A(0) = 1 /\\ B(1) = 1
        Two == x' = 4 /\\ y' = y /\\ B(1) = 4
        Next == One \\/ Two
        Inv == x # 4
        """,
        "INVARIANT_FALSE at depth 1");
  }

  /// `A(2)` is `A(0)`, which is x; `B(1)` is x, too.
  @Test
  void operatorsThatApplyOneAnotherAreOfTheState() {
    requireEnding(
        """
        VARIABLE x
        RECURSIVE A(_), B(_)
        A(n) == IF n = 0 THEN x ELSE B(n - 1)
        B(n) == IF n = 0 THEN 0 ELSE A(n - 1)
        Init == x = 0
        Next == x' = (x + 1) % 5
        Inv == A(2) = x /\\ B(1) # 3
        """,
        "INVARIANT_FALSE at depth 3");
  }

  /// The numbers 1 to 8 are even or odd; neither operator is open while the other one is read.
  @Test
  void operatorsOfALetMayApplyOneAnother() {
    requireEnding(
        """
        VARIABLE x
        Even(k) ==
          LET RECURSIVE A(_), B(_)
              A(n) == IF n = 0 THEN TRUE ELSE B(n - 1)
              B(n) == IF n = 0 THEN FALSE ELSE A(n - 1)
          IN A(k)
        Init == x = 0
        Next == x' \\in {x + 1, x + 3} /\\ x' < 9
        Inv == (Even(x) <=> ~Even(x + 1)) /\\ ~(Even(x) /\\ x = 6)
        """,
        "INVARIANT_FALSE at depth 2");
  }

  /// `F(1)` counts the numbers below `1 + q`, and so on: `F(3)` is `q + 6` up to 10.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cardinality({y \\in 0..9 : y < n + F(n - 1)})",
        "Cardinality({y : y \\in 0..(n + F(n - 1) - 1)})",
        "CHOOSE y \\in 0..10 : y = n + F(n - 1)",
        "n + (LET G(k) == F(k) IN G(n - 1))"
      })
  void aRecursiveOperatorOfALetMayMentionWhatIsAroundIt(String sum) {
    requireEnding(
        """
        VARIABLE x
        Sum(q) == LET RECURSIVE F(_) F(n) == IF n = 0 THEN q ELSE %s IN F(3)
        Init == x = 0
        Next == x' = (x + 1) %% 4
        Inv == Sum(x) # 9
        """
            .formatted(sum),
        "INVARIANT_FALSE at depth 3");
  }

  /// `A(2)` is `d`, though only one of the two operators mentions it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\A q \\in 1..2 : LET K == INSTANCE Mutual WITH d <- q IN K!A(2) = q /\\ K!B(1) = q",
        "LET K(d) == INSTANCE Mutual IN K(x)!A(2) = x /\\ K(5)!B(1) = 5",
        "LET K == INSTANCE Mutual WITH d <- x IN K!A(2) = x"
      })
  void anInstanceInALetMayHaveOperatorsThatApplyOneAnother(String truth) {
    requireEnding(
        """
        ---- MODULE Mutual ----
        EXTENDS Naturals
        CONSTANT d
        RECURSIVE A(_), B(_)
        A(n) == IF n = 0 THEN d ELSE B(n - 1)
        B(n) == IF n = 0 THEN 0 ELSE A(n - 1)
        ====
        VARIABLE x
        Init == x = 0
        Next == x' = (x + 1) %% 3
        Inv == x # 2 /\\ %s
        """
            .formatted(truth),
        "INVARIANT_FALSE at depth 2");
  }

  /// `f(2)` is `(2 + d) + (1 + d) + d`: each level of the recursion has a `z` of its own.
  @ParameterizedTest
  @ValueSource(strings = {"z == n y == z + d", "y == z + d z == n"})
  void definitionsOfALetBelongToTheirLevelOfARecursion(String definitions) {
    requireEnding(
        """
        VARIABLE x
        Sum(d) ==
          LET RECURSIVE f(_)
              f(n) == LET RECURSIVE z, y
                          %s
                      IN IF n = 0 THEN y ELSE y + f(n - 1)
          IN f(2)
        Init == x = 0
        Next == x < 3 /\\ x' = x + 1
        Inv == Sum(x) = 3 + 3 * x /\\ x # 2
        """
            .formatted(definitions),
        "INVARIANT_FALSE at depth 2");
  }

  @Test
  void actionsBelongToTheirLevelOfARecursion() {
    requireEnding(
        """
        VARIABLE x
        RECURSIVE Go(_)
        Go(n) == LET RECURSIVE e(_)
                     e(k) == LET RECURSIVE z
                                 y == z
                                 z == k + n
                             IN IF k = 0 THEN x' = y ELSE e(k - 1)
                 IN e(2)
        Init == x = 0
        Next == (x = 0 /\\ Go(1)) \\/ (x = 1 /\\ x' = 2)
        Inv == x # 2
        """,
        "INVARIANT_FALSE at depth 2");
  }

  /// Each is about one state, and false in the last one, which has no successor.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENABLED Next",
        "Possible(Next)",
        "Possible(x < 3 /\\ x' = x + 1)",
        "First(x # 3, x')",
        "LET next == x' IN x # 3",
        "LET next == x' IN ENABLED (x < 3 /\\ next = x + 1)",
        "LET Step == x < 3 /\\ x' = x + 1 IN ENABLED Step",
        "\\A d \\in {1} : LET Step == x < 3 /\\ x' = x + d IN ENABLED Step",
        "LET P(a) == Possible(a) IN P(Next)",
        "Unused(1, x' = 3)",
        "LET RECURSIVE R(_, _) R(n, a) == IF n = 0 THEN x # 3 ELSE R(n - 1, a) IN First(R(1, x), x')"
      })
  void whatIsSaidOfOneStateIsSaidOfTheLastOne(String invariant) {
    requireEnding(
        """
        VARIABLE x
        Possible(action) == ENABLED action
        First(a, b) == a
        RECURSIVE Unused(_, _)
        Unused(n, p) == IF n = 0 THEN x # 3 ELSE Unused(n - 1, ENABLED p)
        Init == x = 0
        Next == x < 3 /\\ x' = x + 1
        Inv == %s
        """
            .formatted(invariant),
        "INVARIANT_FALSE at depth 3");
  }

  /// An operand that is a variable is another one in the next state; nobody can make x more than 2.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can(x) = (x = 2)",
        "{v \\in 0..3 : ENABLED (v = 3 /\\ x' = v)} = {3}",
        "Set(x, x + 0)",
        "\\A w \\in {x} : Can(x) = (x = 2) /\\ (Rigid(w) => w = 3)",
        "Boxed(x)",
        "Pointed(f[1]) = (x = 1)"
      })
  void anOperandMayBeAVariableBelowEnabled(String predicate) {
    requireEnding(
        """
        VARIABLES x, f
        Can(s) == ENABLED (s' = s + 1 /\\ s' = 3 /\\ f' = f)
        Rigid(s) == ENABLED (x' = 3 /\\ s' = 3 /\\ f' = f)
        Set(s, t) == {v \\in 0..3 : ENABLED (s' = v /\\ v = t /\\ f' = f)} = {t}
        Boxed(s) == ENABLED <<s' = s + 1 /\\ f' = f>>_s
        Pointed(s) == ENABLED (f' = [i \\in {1} |-> 3] /\\ s' = 3 /\\ s = 1 /\\ x' = x)
        Init == x = 0 /\\ f = [i \\in {1} |-> 0]
        Next == x' = (x + 1) %% 3 /\\ f' = [i \\in {1} |-> x']
        Inv == (x = 2 => f[1] # 2) /\\ %s
        """
            .formatted(predicate),
        "INVARIANT_FALSE at depth 2");
  }

  /// Where x is "none", the recursion would not end; it is not come to.
  @Test
  void aRecursionBehindAGuardIsNotFollowedElsewhere() {
    requireEnding(
        """
        VARIABLE x
        RECURSIVE Walk(_, _)
        After(n) == IF n = "a" THEN "b" ELSE IF n = "b" THEN "end" ELSE n
        Walk(n, S) == IF n = "end" THEN Cardinality(S) ELSE Walk(After(n), SUBSET S)
        Size(n) == Walk(n, {0})
        Init == x = "none"
        Next == x' \\in {"none", "a", "b", "end"}
        Inv == x # "none" => Size(x) # 4
        """,
        "INVARIANT_FALSE at depth 1");
  }

  /// A label may stand below a LET that mentions what is around it, and in another instance.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "L(1)!lab # 5",
        "P(1)!lab",
        "Q(4)!(1)!lab(3) \\/ x < 3",
        "x # Two!One!lab",
        "J(x)!L(1)!lab # 7"
      })
  void partsAreInTheirLet(String invariant) {
    requireEnding(
        """
        ---- MODULE Labels ----
        EXTENDS Naturals
        CONSTANT c
        One == lab:: c + 1
        L(n) == LET y == n + c IN lab:: y + c
        ====
        VARIABLE x
        L(n) == LET y == n + 1 IN lab:: y + x
        P(n) == LET y(k) == n + k IN TRUE /\\ lab:: y(x) # 4
        Q(n) == \\A z \\in {n} : LET y == z + 1 IN lab(z):: y # x + 1
        First == INSTANCE Labels WITH c <- 1
        Two == INSTANCE Labels WITH c <- First!One!lab
        J(c) == INSTANCE Labels
        Init == x = 0
        Next == x < 3 /\\ x' = x + 1
        Inv == %s
        """
            .formatted(invariant),
        "INVARIANT_FALSE at depth 3");
  }

  /// An action may stand behind a parameter of what is around a LET.
  @Test
  void anOperatorOfALetMayBeAnAction() {
    requireEnding(
        """
        VARIABLE x
        Call(F(_)) == F(1)
        Op(act) == LET D(n) == act /\\ n = 1 IN Call(D)
        Init == x = 0
        Next == Op(x' = (x + 1) % 5)
        Inv == x < 4
        """,
        "INVARIANT_FALSE at depth 4");
  }

  /// In each way, it is 2 * 2 + 3.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "B(k) == INSTANCE M WITH F <- Sq, c <- k|B(3)!Ap",
        "B(k) == INSTANCE M WITH F <- LAMBDA q : q * q, c <- k|B(3)!Ap",
        "B(k, F(_)) == INSTANCE M WITH c <- k|B(3, Sq)!Ap",
        "B(k) == INSTANCE M WITH F <- Sq, c <- k|B(3)!Higher",
        "B(k, F(_)) == INSTANCE M WITH c <- k|B(3, LAMBDA q : q * q)!Higher",
        "B == INSTANCE M WITH F <- Sq, c <- 3|B!Higher",
        "B(k, F(_)) == INSTANCE M WITH c <- k|B(3, Sq)!Rec(1) + 3",
        "B(F(_)) == INSTANCE M WITH c <- 3|B(LAMBDA q : q * q)!Rec(x) - B(Sq)!Rec(x) + 7"
      })
  void operatorConstantsTakeTheirOwnOperandsOnly(String text) {
    String[] parts = text.split("\\|", -1);
    requireEnding(
        """
        ---- MODULE M ----
        EXTENDS Naturals
        CONSTANTS c, F(_)
        Ap == F(2) + c
        HO(G(_)) == G(2) + c
        Higher == HO(F)
        RECURSIVE Rec(_)
        Rec(n) == IF n = 0 THEN 1 ELSE F(Rec(n - 1)) + c
        ====
        VARIABLE x
        Sq(n) == n * n
        %s
        Init == x = 0
        Next == x' = (x + 1) %% 9
        Inv == %s # x
        """
            .formatted(parts[0], parts[1]),
        "INVARIANT_FALSE at depth 7");
  }

  /// x stays what it is, and the last state is the one in which z is 3.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNCHANGED vars",
        "UNCHANGED <<vars>>",
        "Keep(<<x, y>>)",
        "Keep(vars)",
        "KeepAll(x, <<y>>)",
        "LET w == vars IN UNCHANGED w",
        "[FALSE]_vars",
        "UNCHANGED I!both",
        "\\E v \\in {1} : Keep(I!both)"
      })
  void whatIsUnchangedMayHaveAName(String unchanged) {
    requireEnding(
        """
        ---- MODULE Pair ----
        VARIABLES x, y
        pair == <<x, y>>
        both == pair
        ====
        VARIABLES x, y, z
        I == INSTANCE Pair
        pair == <<x, y>>
        vars == pair
        Keep(v) == UNCHANGED v
        KeepAll(v, w) == Keep(<<v, w>>)
        Init == x \\in 0..2 /\\ y = 0 /\\ z = 0
        Next == z < 4 /\\ z' = z + 1 /\\ %s
        Inv == z < 3 /\\ x < 3 /\\ y = 0
        """
            .formatted(unchanged),
        "INVARIANT_FALSE at depth 3");
  }

  /// The ways through 1 to 7 lead from 1 to 6 as soon as there is a pair for each of five. What is
  /// named in each level of the recursion is mentioned for each of 49 pairs.
  @Test
  void whatALevelOfARecursionNamesIsEvaluatedOnce() {
    requireEnding(
        """
        VARIABLE x
        Closure(R, S) ==
          LET RECURSIVE Through(_)
              Through(T) ==
                IF T = {} THEN R
                ELSE LET r == CHOOSE s \\in T : TRUE
                         before == Through(T \\ {r})
                     IN before \\cup {p \\in S \\X S : <<p[1], r>> \\in before /\\ <<r, p[2]>> \\in before}
          IN Through(S)
        Init == x = 0
        Next == x' = (x + 1) % 9
        Inv == <<1, 6>> \\notin Closure({<<i, i + 1>> : i \\in 1..x}, 1..7)
        """,
        "INVARIANT_FALSE at depth 5");
  }

  /// `a` would need itself through `b`, which is not come to.
  @Test
  void aDefinitionMayNeedItselfThroughAnInnerLet() {
    requireEnding(
        """
        VARIABLE x
        F(n) ==
          LET RECURSIVE a
              a == IF n <= x THEN 5 ELSE LET b == a IN b + 1
          IN IF x >= n THEN a ELSE 0
        Init == x = 0
        Next == x' = (x + 1) % 3
        Inv == F(2) + F(0) # 10
        """,
        "INVARIANT_FALSE at depth 2");
  }

  /// A bag that shrinks with each level of a recursion is made from the one before it: 3 + 3 + 2.
  @Test
  void aFunctionThatIsMadeFromAnotherIsEvaluatedOnce() {
    requireEnding(
        """
        VARIABLES s, f
        Minus(b, c) ==
          LET d == [e \\in DOMAIN b |-> IF e \\in DOMAIN c THEN b[e] - c[e] ELSE b[e]]
          IN [e \\in {i \\in DOMAIN d : d[i] > 0} |-> d[e]]
        RECURSIVE Sum(_)
        Sum(b) ==
          IF DOMAIN b = {} THEN 0
          ELSE LET e == CHOOSE v \\in DOMAIN b : TRUE IN e + Sum(Minus(b, [v \\in {e} |-> 1]))
        Init == s = {} /\\ f \\in {<<3, 2, 3>>, <<2, 2, 2>>}
        Next == f' = f /\\ \\E i \\in 1..3 : s' = s \\cup {i}
        Inv == Sum([v \\in {f[i] : i \\in s} |-> Cardinality({i \\in s : f[i] = v})]) # 8
        """,
        "INVARIANT_FALSE at depth 3");
  }

  private static void requireEnding(String units, String ending) {
    String module = "---- MODULE Test ----\nEXTENDS Naturals, FiniteSets\n" + units + "====\n";
    assertThat(BehaviourComparison.of(Modules.load(module, CONFIGURATION), 8))
        .isEqualTo(new Finding.Agreement(ending));
  }
}
