package skolem.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import skolem.cli.measure.ProcessUse;

/// What TLC prints, in the words of its version 2.19.
class TlcOutputTest {
  private static Reply read(int exit, String output) {
    return TlcOutput.read(
        new ProcessUse(
            OptionalInt.of(exit), 2, OptionalDouble.of(1), OptionalDouble.empty(), output),
        List.of("TypeOK", "Safe"),
        true);
  }

  @Test
  void success() {
    Reply reply =
        read(
            0,
            """
            Model checking completed. No error has been found.
              Estimates of the probability that TLC did not check all reachable states
            1,146 states generated, 288 distinct states found, 0 states left on queue.
            The depth of the complete state graph search is 11.
            """);
    assertThat(reply.answer()).isEqualTo("holds at every depth");
    assertThat(reply.states()).hasValue(288);
    assertThat(reply.depth()).hasValue(10);
    assertThat(reply.findings())
        .containsEntry("Safe", new Finding.Safe(Finding.UNBOUNDED))
        .containsEntry("deadlock freedom", new Finding.Safe(Finding.UNBOUNDED));
  }

  @Test
  void violatedInvariant() {
    Reply reply =
        read(
            12,
            """
            Error: Invariant Safe is violated.
            Error: The behavior up to this point is:
            State 1: <Initial predicate>
            /\\ x = 0

            State 2: <Next line 5, col 9 to line 5, col 17 of module M>
            /\\ x = 1

            State 3: <Next line 5, col 9 to line 5, col 17 of module M>
            /\\ x = 2

            4 states generated, 3 distinct states found, 1 states left on queue.
            The depth of the complete state graph search is 3.
            """);
    assertThat(reply.answer()).isEqualTo("Safe violated");
    assertThat(reply.findings())
        .containsEntry("Safe", new Finding.Violated(2))
        .containsEntry("TypeOK", new Finding.Safe(1))
        .containsEntry("deadlock freedom", new Finding.Safe(0));
    assertThat(reply.depth()).hasValue(2);
    assertThat(reply.states()).hasValue(3);
  }

  @Test
  void otherViolations() {
    assertThat(
            read(12, "Error: Invariant Safe is violated by the initial state:\nx = 0").findings())
        .containsEntry("Safe", new Finding.Violated(0));
    assertThat(read(11, "Error: Deadlock reached.\nState 1: <I>\nState 2: <N>\n").findings())
        .containsEntry("deadlock freedom", new Finding.Violated(1))
        .containsEntry("Safe", new Finding.Safe(0));
    assertThat(
            read(13, "Error: Action property Grows is violated.\nState 1: <I>\nState 2: <N>\n")
                .findings())
        .containsEntry("Grows", new Finding.Violated(1));
    assertThat(
            read(14, "The first argument of Assert evaluated to FALSE; the second argument was:")
                .answer())
        .isEqualTo("no evaluation error violated");
  }

  @Test
  void whatIsNoAnswer() {
    assertThat(read(13, "Error: Temporal properties were violated.\n").isAnswer()).isFalse();
    assertThat(read(150, "Parsing or semantic analysis failed.\n").answer())
        .isEqualTo("failed with status 150");
    assertThat(read(1, "TLC2\nError: unrecognized option: -x\nUsage:\nError: 2\n").answer())
        .isEqualTo("failed with status 1: Error: unrecognized option: -x");
  }
}
