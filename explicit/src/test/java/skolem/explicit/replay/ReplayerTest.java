package skolem.explicit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skolem.explicit.Specifications;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Which traces are believed.
class ReplayerTest {
  private static final Model MODEL =
      Specifications.model(
          """
          VARIABLE n
          Init == n \\in 0..1
          Up == n < 5 /\\ n' = n + 1
          Big == \\E S \\in SUBSET (1..3) : n' = n + 10 + Cardinality(S)
          Next == Up \\/ Big
          Small == n < 4
          Bound == n # 3
          """,
          "INIT Init NEXT Next INVARIANT Small CONSTRAINT Bound");

  private static State state(long n) {
    return new State(List.of("n"), List.of(IntValue.of(n)));
  }

  /// From the first of `states`, each step by the action of the same place.
  private static Trace trace(List<String> actions, long... states) {
    List<Trace.Step> steps = new ArrayList<>();
    for (int i = 1; i < states.length; i++) {
      ActionLabel label = new ActionLabel(actions.get(i - 1), List.of(), Span.NONE);
      steps.add(new Trace.Step(label, state(states[i])));
    }
    return new Trace(state(states[0]), steps);
  }

  /// The conjunct `n < 4`.
  private static final Fault SMALL =
      new Fault.InvariantFalse(
          "Small",
          "n < 4",
          ((OperatorRef.Defined) ((Expr.Apply) MODEL.invariants().getFirst().expr()).operator())
              .definition()
              .body()
              .span());

  private static String refusal(Trace trace, Fault fault) {
    ReplayReport report = Replayer.replay(MODEL, trace, fault);
    assertThat(report).isInstanceOf(ReplayReport.Refuted.class);
    ReplayReport.Refuted refuted = (ReplayReport.Refuted) report;
    return refuted.step() + ": " + refuted.reason();
  }

  @Test
  void confirmsABehaviourThatEndsInTheFault() {
    Trace trace = trace(List.of("Up", "Big"), 1, 2, 14);
    assertThat(Replayer.replay(MODEL, trace, SMALL)).isEqualTo(new ReplayReport.Confirmed());
  }

  /// Whatever Init says; but 12 is not small.
  @Test
  void counterexamplesToInductionStayWithinTheInvariantUntilTheEnd() {
    Model.Named small = MODEL.invariants().getFirst();
    Trace within = trace(List.of("Up", "Big"), -1, 0, 12);
    assertThat(Replayer.replayWithin(MODEL, small, within, SMALL))
        .isEqualTo(new ReplayReport.Confirmed());
    Trace outside = trace(List.of("Big", "Big"), 1, 12, 23);
    assertThat(Replayer.replayWithin(MODEL, small, outside, SMALL))
        .isInstanceOfSatisfying(
            ReplayReport.Refuted.class, refuted -> assertThat(refuted.step()).isEqualTo(1));
  }

  @Test
  void refutesAWrongStart() {
    assertThat(refusal(trace(List.of(), 7), SMALL)).startsWith("0: the initial state does not");
  }

  @Test
  void refutesAWrongStep() {
    assertThat(refusal(trace(List.of("Up", "Up"), 0, 1, 7), SMALL))
        .startsWith("2: the step is not one of Next");
  }

  @Test
  void refutesAWrongAction() {
    assertThat(refusal(trace(List.of("Up"), 0, 12), SMALL))
        .isEqualTo("1: the step is not one of Up, but of Big");
  }

  @Test
  void refutesAStepFromOutsideTheConstraints() {
    assertThat(refusal(trace(List.of("Up", "Up", "Up"), 1, 2, 3, 4), SMALL))
        .startsWith("3: the step starts outside");
  }

  @Test
  void refutesAFaultThatIsNotThere() {
    assertThat(refusal(trace(List.of("Up"), 0, 1), SMALL))
        .startsWith("1: Small is not false in the last state");
    assertThat(refusal(trace(List.of("Up"), 0, 1), new Fault.Deadlock())).startsWith("1: ");
    assertThat(
            refusal(
                trace(List.of("Up"), 0, 1),
                new Fault.EvaluationError(Diagnostic.error(Code.UNDEFINED, Span.NONE, "x"))))
        .startsWith("1: no error");
  }

  private static final Model TWO =
      Specifications.model(
          """
          VARIABLES x, y
          Init == x = 0 /\\ y \\in 0..1
          Bad == x = Head(<<>>) /\\ x' = 9 /\\ y' = 9
          Inc == /\\ y < 5
                 /\\ x' = x + 1
                 /\\ y' = y + 2
          Back == x = 1 /\\ x' = 0 /\\ y' = 0
          Next == Bad \\/ Inc \\/ Back
          """,
          "INIT Init NEXT Next");

  private static State pair(long x, long y) {
    return new State(List.of("x", "y"), List.of(IntValue.of(x), IntValue.of(y)));
  }

  private static ReplayReport follow(@Nullable Integer loop, State... states) {
    return Replayer.follow(TWO, List.of(states), loop);
  }

  /// `Bad` has no value in any state; the other actions explain the steps all the same.
  @Test
  void followsABehaviourPastErrorsInOtherActions() {
    assertThat(follow(null, pair(0, 0), pair(1, 2))).isEqualTo(new ReplayReport.Confirmed());
    assertThat(follow(0, pair(0, 0), pair(1, 2))).isEqualTo(new ReplayReport.Confirmed());
  }

  @Test
  void namesTheConjunctWhereABehaviourLeavesTheSpecification() {
    assertThat(follow(null, pair(0, 0), pair(1, 3)))
        .isInstanceOfSatisfying(
            ReplayReport.Refuted.class,
            refuted -> {
              assertThat(refuted.step()).isEqualTo(1);
              assertThat(refuted.reason()).contains("Inc");
              assertThat(refuted.place().text()).isEqualTo("y' = y + 2");
            });
    assertThat(follow(null, pair(0, 7)))
        .isInstanceOfSatisfying(
            ReplayReport.Refuted.class,
            refuted -> assertThat(refuted.place().text()).isEqualTo("y \\in 0..1"));
    assertThat(follow(1, pair(0, 0), pair(1, 2)))
        .isInstanceOfSatisfying(
            ReplayReport.Refuted.class, refuted -> assertThat(refuted.step()).isEqualTo(2));
  }
}
