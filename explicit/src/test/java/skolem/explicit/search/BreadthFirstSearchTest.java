package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import skolem.explicit.Specifications;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;

/// Counts and verdicts of small specifications whose state graphs are plain to see.
class BreadthFirstSearchTest {
  private static final String COUNTER =
      """
      VARIABLE n
      Init == n = 0
      Up == n < 5 /\\ n' = n + 1
      Next == Up
      Small == /\\ n >= 0
               /\\ n < 4
      InSteps == [][n' = n + 1 /\\ n' < 4]_n
      AlwaysSmall == [](n < 4)
      Even == n = 4
      Bound == n < 2
      Parity == n % 2
      Broken == 10 \\div (3 - n) > 0
      StepBound == n' < 3
      """;
  private static final String BEHAVIOUR = "INIT Init NEXT Next\n";

  private static Exploration explore(String body, String config) {
    Model model = Specifications.model(body, config);
    Exploration exploration = BreadthFirstSearch.run(model, SearchOptions.unbounded());
    if (exploration.outcome() instanceof Outcome.Violated(Trace trace, Fault fault)) {
      assertThat(Replayer.replay(model, trace, fault)).isEqualTo(new ReplayReport.Confirmed());
    }
    return exploration;
  }

  private static Outcome.Violated violation(Exploration exploration) {
    assertThat(exploration.outcome()).isInstanceOf(Outcome.Violated.class);
    return (Outcome.Violated) exploration.outcome();
  }

  /// 0..5 in a row: six states, each found once.
  @Test
  void countsStatesAndLevels() {
    Exploration e = explore(COUNTER, BEHAVIOUR + "CHECK_DEADLOCK FALSE");
    assertThat(e.exhausted()).isTrue();
    assertThat(e.distinct()).isEqualTo(6);
    assertThat(e.generated()).isEqualTo(6);
    assertThat(e.depth()).isEqualTo(6);
    assertThat(e.distinctByAction())
        .containsExactly(org.assertj.core.api.Assertions.entry("Up", 5L));
  }

  @Test
  void namesTheConjunctAndGivesAShortestTrace() {
    Outcome.Violated v = violation(explore(COUNTER, BEHAVIOUR + "INVARIANT Small"));
    assertThat(v.trace().length()).isEqualTo(4);
    assertThat(v.trace().last().toString()).isEqualTo("/\\ n = 4");
    assertThat(v.trace().steps().getFirst().action()).hasToString("Up");
    assertThat(v.fault())
        .isInstanceOfSatisfying(
            Fault.InvariantFalse.class,
            f -> {
              assertThat(f.property()).isEqualTo("Small");
              assertThat(f.conjunct()).isEqualTo("n < 4");
            });
  }

  @Test
  void findsDeadlock() {
    Outcome.Violated v = violation(explore(COUNTER, BEHAVIOUR));
    assertThat(v.fault()).isEqualTo(new Fault.Deadlock());
    assertThat(v.trace().last().toString()).isEqualTo("/\\ n = 5");
  }

  /// `10 \div (3 - n)` has no value where n is 3.
  @Test
  void reportsErrorsWithTheirTrace() {
    Outcome.Violated v = violation(explore(COUNTER, BEHAVIOUR + "INVARIANT Broken"));
    assertThat(v.trace().last().toString()).isEqualTo("/\\ n = 3");
    assertThat(v.fault())
        .isInstanceOfSatisfying(
            Fault.EvaluationError.class,
            f -> assertThat(f.diagnostic().code()).isEqualTo(Code.UNDEFINED));
  }

  /// States 0 and 1 satisfy the constraint; 2 is found, checked, and left aside.
  @Test
  void constraintsCutTheGraph() {
    Exploration e = explore(COUNTER, BEHAVIOUR + "CONSTRAINT Bound");
    assertThat(e.exhausted()).isTrue();
    assertThat(e.distinct()).isEqualTo(2);
    assertThat(e.generated()).isEqualTo(3);
    Outcome.Violated v =
        violation(explore(COUNTER + "Two == n # 2", BEHAVIOUR + "CONSTRAINT Bound INVARIANT Two"));
    assertThat(v.trace().length()).isEqualTo(2);
  }

  @Test
  void actionConstraintsCutSteps() {
    Exploration e = explore(COUNTER, BEHAVIOUR + "ACTION_CONSTRAINT StepBound");
    assertThat(e.exhausted()).isTrue();
    assertThat(e.distinct()).isEqualTo(3);
  }

  /// Under the view `n % 2` the states 0 and 1 stand for all.
  @Test
  void viewsMergeStates() {
    Exploration e = explore(COUNTER, BEHAVIOUR + "VIEW Parity");
    assertThat(e.distinct()).isEqualTo(2);
  }

  /// Subsets of a three-element set: 8; up to permutation of its elements: one for each size.
  @Test
  void symmetryMergesStates() {
    String subsets =
        """
        CONSTANT S
        VARIABLE in
        Init == in = {}
        Next == \\E s \\in S : in' = in \\cup {s}
        Perms == Permutations(S)
        NotFull == in # S
        """;
    String config = BEHAVIOUR + "CONSTANT S = {s1, s2, s3}\n";
    assertThat(explore(subsets, config).distinct()).isEqualTo(8);
    assertThat(explore(subsets, config + "SYMMETRY Perms").distinct()).isEqualTo(4);
    Outcome.Violated v = violation(explore(subsets, config + "SYMMETRY Perms INVARIANT NotFull"));
    assertThat(v.trace().length()).isEqualTo(3);
  }

  @Test
  void endlessRecursionIsAnError() {
    Outcome.Violated v =
        violation(
            explore(
                COUNTER + "RECURSIVE F(_)\nF(x) == F(x + 1) + 1\nDeep == n < 2 \\/ F(n) = 0",
                BEHAVIOUR + "INVARIANT Deep"));
    assertThat(v.trace().length()).isEqualTo(2);
    assertThat(v.fault()).isInstanceOf(Fault.EvaluationError.class);
  }

  @Test
  void aliasesShowRecordsInsteadOfVariables() {
    Model model =
        Specifications.model(
            COUNTER + "Shown == [now |-> n, after |-> n']",
            BEHAVIOUR + "INVARIANT Bound ALIAS Shown");
    Outcome.Violated v =
        (Outcome.Violated) BreadthFirstSearch.run(model, SearchOptions.unbounded()).outcome();
    Trace shown = new StateSpace(model, _ -> {}).aliased(v.trace());
    assertThat(shown.state(1)).hasToString("/\\ after = 2\n/\\ now = 1");
    assertThat(shown.last()).hasToString("/\\ after = 2\n/\\ now = 2");
  }

  @Test
  void checksTheSafetyPartOfProperties() {
    assertThat(violation(explore(COUNTER, BEHAVIOUR + "PROPERTY InSteps")))
        .satisfies(v -> assertThat(v.trace().length()).isEqualTo(4))
        .satisfies(v -> assertThat(v.fault()).isInstanceOf(Fault.StepFalse.class));
    assertThat(violation(explore(COUNTER, BEHAVIOUR + "PROPERTY AlwaysSmall")).trace().length())
        .isEqualTo(4);
    assertThat(violation(explore(COUNTER, BEHAVIOUR + "PROPERTY Even")).trace().length()).isZero();
  }

  @Test
  void anErrorHidesNoViolation() {
    Model model =
        Specifications.model(
            COUNTER
                + "NotTwo == n # 2\nNoValue == n = 2 => (CHOOSE y \\in {1} : y = 2) = 1\n"
                + "NotThree == n # 3",
            BEHAVIOUR + "INVARIANTS NoValue NotTwo NotThree");
    Exploration e = BreadthFirstSearch.run(model, SearchOptions.unbounded().goingOn());
    assertThat(e.violations())
        .extracting(v -> v.trace().length() + ": " + v.fault().getClass().getSimpleName())
        .containsExactly(
            "2: EvaluationError", "2: InvariantFalse", "3: InvariantFalse", "5: Deadlock");
    assertThat(e.coverage()).isInstanceOf(Outcome.Undecided.class);
  }

  @Test
  void whatLiesBehindAnErrorIsNotKnown() {
    Model model =
        Specifications.model(
            COUNTER + "NoValue == n = 2 => (CHOOSE y \\in {1} : y = 2) = 1\nNotThree == n # 3",
            BEHAVIOUR + "CONSTRAINT NoValue INVARIANT NotThree");
    Exploration e = BreadthFirstSearch.run(model, SearchOptions.unbounded().goingOn());
    assertThat(e.violations()).hasSize(1);
    assertThat(e.coverage())
        .isInstanceOfSatisfying(
            Outcome.Undecided.class, undecided -> assertThat(undecided.safeSteps()).isEqualTo(1));
  }

  @Test
  void aBoundEndsTheSearch() {
    Exploration e =
        BreadthFirstSearch.run(
            Specifications.model(COUNTER, BEHAVIOUR), SearchOptions.unbounded().withMaxSteps(2));
    assertThat(e.outcome()).isEqualTo(new Outcome.HoldsUpTo(2));
    assertThat(e.distinct()).isEqualTo(3);
  }

  @Test
  void aFalseAssumptionStopsEverything() {
    assertThatThrownBy(() -> explore("ASSUME Wrong == 1 = 2", ""))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(Code.ASSUMPTION));
  }

  @Test
  void withoutABehaviourOnlyAssumptionsAreChecked() {
    assertThat(explore("ASSUME 1 < 2", "").exhausted()).isTrue();
  }
}
