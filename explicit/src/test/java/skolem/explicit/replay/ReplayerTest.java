package skolem.explicit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skolem.explicit.Specifications;
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

  private static final Fault SMALL = new Fault.InvariantFalse("Small", "n < 4", Span.NONE);

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

  @Test
  void refutesAWrongStart() {
    assertThat(refusal(trace(List.of(), 7), SMALL)).startsWith("0: the initial state does not");
  }

  @Test
  void refutesAWrongStep() {
    assertThat(refusal(trace(List.of("Up", "Up"), 0, 1, 7), SMALL))
        .isEqualTo("2: the step is not one of Next");
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
    assertThat(refusal(trace(List.of("Up"), 0, 1), SMALL)).startsWith("1: Small is true");
    assertThat(refusal(trace(List.of("Up"), 0, 1), new Fault.Deadlock())).startsWith("1: ");
    assertThat(
            refusal(
                trace(List.of("Up"), 0, 1),
                new Fault.EvaluationError(Diagnostic.error(Code.UNDEFINED, Span.NONE, "x"))))
        .startsWith("1: no error");
  }
}
