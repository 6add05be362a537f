package skolem.solver.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.transition.Branch;
import skolem.encoder.unroll.Frame;
import skolem.frontend.source.Span;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.FixedAssignment;

/// A question of 40 ms about a frame to which `Send` leads in two ways and `Receive` in one.
class ActionCubesTest {
  private static final Budget LIMIT = Budget.of(Duration.ofMillis(40));
  private static final Answer NO = new Answer.Unsat(List.of());
  private static final Answer YES = new Answer.Sat(new FixedAssignment(new BitSet(), Map.of()));

  private final Formulas formulas = new Formulas();
  private final Formula first = formulas.freshVariable("first");
  private final Formula second = formulas.freshVariable("second");
  private final Formula third = formulas.freshVariable("third");
  private final Formula bad = formulas.freshVariable("bad");
  private final Formula error = formulas.freshVariable("error");
  private final Formula sent = formulas.and(formulas.or(first, second), bad);
  private final Formula received = formulas.and(third, bad);
  private final List<Formula> asked = new ArrayList<>();

  private Frame frame(int depth) {
    return new Frame(
        depth,
        depth + 1,
        List.of(),
        List.of(arrival("Send", first), arrival("Receive", third), arrival("Send", second)),
        List.of());
  }

  private Frame.Arrival arrival(String action, Formula taken) {
    Branch.Label label = new Branch.Label(action, List.of(), Span.NONE);
    return new Frame.Arrival(
        new Branch(formulas.truth(), List.of(), label, List.of(), false, null), taken);
  }

  private ActionCubes cubes() {
    return ActionCubes.of(frame(3), formulas, LIMIT);
  }

  @Test
  void lastQuarterOfTheTimeIsForTheCubes() {
    ActionCubes cubes = cubes();
    assertThat(cubes.whole(LIMIT)).isEqualTo(Budget.of(Duration.ofMillis(30)));
    assertThat(cubes.areDue(Budget.of(Duration.ofMillis(11)))).isFalse();
    assertThat(cubes.areDue(Budget.of(Duration.ofMillis(10)))).isTrue();
  }

  @Test
  void nothingToCut() {
    List<ActionCubes> none =
        List.of(
            ActionCubes.none(formulas),
            ActionCubes.of(frame(0), formulas, LIMIT),
            ActionCubes.of(frame(3), formulas, Budget.UNLIMITED),
            ActionCubes.of(
                new Frame(3, 4, List.of(), List.of(arrival("Send", first)), List.of()),
                formulas,
                LIMIT));
    for (ActionCubes cubes : none) {
      assertThat(cubes.whole(LIMIT)).isEqualTo(LIMIT);
      assertThat(cubes.areDue(LIMIT.after(39_999_999))).isFalse();
    }
  }

  /// Answers for each cube; a time-out takes its time.
  private Answer ask(ActionCubes cubes, Answer ofSend, Answer ofReceive) {
    return cubes.ask(
        bad,
        error,
        (properties, errors, budget) -> {
          asked.add(properties);
          boolean isSend = properties.equals(sent);
          assertThat(errors)
              .isEqualTo(formulas.and(isSend ? formulas.or(first, second) : third, error));
          Answer answer = isSend ? ofSend : ofReceive;
          if (answer instanceof Answer.Unknown(var reason) && reason.equals("late")) {
            waitFor(budget);
          }
          return answer;
        },
        LIMIT);
  }

  private static void waitFor(Budget budget) {
    try {
      Thread.sleep(budget.limit() == null ? Duration.ZERO : budget.limit());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noToAllIsNo() {
    ActionCubes cubes = cubes();
    assertThat(ask(cubes, NO, NO)).isEqualTo(new Answer.Unsat(List.of(formulas.or(bad, error))));
    assertThat(asked).containsExactly(sent, received);
    assertThat(cubes.known("it is bad")).isEmpty();
  }

  @Test
  void yesToOneIsYes() {
    assertThat(ask(cubes(), NO, YES)).isSameAs(YES);
    assertThat(ask(cubes(), new Answer.Unknown("late"), YES)).isSameAs(YES);
  }

  @Test
  void whatIsOpenIsAskedAgainUntilTheTimeIsOver() {
    ActionCubes cubes = cubes();
    assertThat(ask(cubes, new Answer.Unknown("late"), NO))
        .isEqualTo(new Answer.Unknown("timed out after 0.04 s"));
    assertThat(asked).startsWith(sent, received, sent).filteredOn(received::equals).hasSize(1);
    assertThat(cubes.known("it is bad")).isEqualTo("; if it is bad after step 3, Send leads there");
  }

  @Test
  void nothingIsKnownWhereNoCubeIsAnswered() {
    ActionCubes cubes = cubes();
    ask(cubes, new Answer.Unknown("late"), new Answer.Unknown("late"));
    assertThat(cubes.known("it is bad")).isEmpty();
  }

  @Test
  void whatIsNotATimeOutIsNotAskedAgain() {
    Answer broken = new Answer.Unknown("out of memory");
    ActionCubes cubes = cubes();
    assertThat(ask(cubes, NO, broken)).isSameAs(broken);
    assertThat(asked).containsExactly(sent, received);
  }
}
