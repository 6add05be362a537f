package skolem.explicit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.explicit.Specifications;
import skolem.explicit.search.BreadthFirstSearch;
import skolem.explicit.search.SearchOptions;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Every kind of fault is confirmed where it is, and only there.
class FaultReplayTest {
  /// `n` counts from 0 to 6 and stays there; what goes wrong is added by each test.
  private static final String COUNTER =
      """
      VARIABLE n
      Init == n = 0
      Up(i) == n < 6 /\\ n' = n + i
      Stay == n = 6 /\\ n' = n
      Count == Up(1) \\/ Stay
      Bad == Head(<<>>) = n
      ---- MODULE CountToTwo ----
      VARIABLE m
      Spec == m = 0 /\\ [][m' = m + 1 /\\ m < 2]_m
      ====
      Two == INSTANCE CountToTwo WITH m <- n
      """;

  private static Model model(String more, String config) {
    String next = more.contains("Next ==") ? "" : "Next == Count\n";
    return Specifications.model(COUNTER + more + "\n" + next, "INIT Init NEXT Next\n" + config);
  }

  private static Outcome.Violated violation(Model model) {
    Outcome outcome = BreadthFirstSearch.run(model, SearchOptions.unbounded()).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Violated.class);
    return (Outcome.Violated) outcome;
  }

  private static void assertRefused(Model model, Trace trace, Fault fault) {
    assertThat(Replayer.replay(model, trace, fault)).isInstanceOf(ReplayReport.Refuted.class);
  }

  /// The definition and configuration that make a fault, and the number of steps to it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I == n >= 0 /\\ n < 3                           | INVARIANT I          | 3
          P == [](n >= 0) /\\ [](n < 3)                   | PROPERTY P           | 3
          P == (n = 0) /\\ [](n # 0)                      | PROPERTY P           | 0
          P == [](n >= 0) /\\ n = 1                       | PROPERTY P           | 0
          P == [][n' > n]_n /\\ [][n' < 4]_n              | PROPERTY P           | 4
          P == Two!Spec                                   | PROPERTY P           | 3
          Next == Count /\\ n < 4                         | CHECK_DEADLOCK TRUE  | 4
          Next == Count /\\ (n = 2 => n' = Head(<<>>))    | CHECK_DEADLOCK TRUE  | 2
          Next == Count /\\ Assert(n < 2, "too large")    | CHECK_DEADLOCK TRUE  | 2
          Next == Count /\\ Assert(n' < 2, "too large")   | CHECK_DEADLOCK TRUE  | 1
          I == Assert(n < 2, "too large")                 | INVARIANT I          | 2
          I == n = 2 => Bad                               | INVARIANT I          | 2
          C == n = 2 => Bad                               | CONSTRAINT C         | 2
          A == n' = 2 => Bad                              | ACTION_CONSTRAINT A  | 2
          P == [][n' = 2 => Bad]_n                        | PROPERTY P           | 2
          P == [](n = 2 => Bad)                           | PROPERTY P           | 2
          P == n = 0 => Bad                               | PROPERTY P           | 0
          """)
  void aFaultIsConfirmedWhereItIsAndNowhereElse(String more, String config, int steps) {
    Model model = model(more, config);
    Outcome.Violated found = violation(model);
    assertThat(found.trace().length()).isEqualTo(steps);
    assertThat(Replayer.replay(model, found.trace(), found.fault()))
        .isEqualTo(new ReplayReport.Confirmed());
    if (steps > 0) {
      Trace shorter =
          new Trace(found.trace().initial(), found.trace().steps().subList(0, steps - 1));
      assertRefused(model, shorter, found.fault());
    }
    for (Fault other : others(found.fault())) {
      assertRefused(model, found.trace(), other);
    }
  }

  /// Faults of other kinds, properties, places and codes.
  private static List<Fault> others(Fault fault) {
    List<Fault> others =
        new ArrayList<>(
            List.of(
                new Fault.InvariantFalse("Count", "Count", Span.NONE),
                new Fault.StepFalse("Count", "Count", Span.NONE),
                new Fault.Deadlock(),
                error(Code.UNDEFINED),
                error(Code.ASSERT)));
    switch (fault) {
      case Fault.InvariantFalse(var name, var text, _) ->
          others.add(new Fault.InvariantFalse(name, text, Span.NONE));
      case Fault.StepFalse(var name, var text, _) ->
          others.add(new Fault.StepFalse(name, text, Span.NONE));
      case Fault.TraceFalse _, Fault.Deadlock _ -> others.remove(fault);
      case Fault.EvaluationError(var diagnostic) -> others.remove(error(diagnostic.code()));
    }
    return others;
  }

  private static Fault error(Code code) {
    return new Fault.EvaluationError(Diagnostic.error(code, Span.NONE, "?"));
  }

  /// In the state 3, `n < 9` is true, `n # 3` is false, and so is `n < 2`, which comes last.
  @Test
  void theConjunctThatIsNamedMustBeFalse() {
    Model model = model("J == n # 3 /\\ n < 2\nI == n < 9 /\\ J", "INVARIANT I");
    Trace trace = new Trace(state(0), List.of(up(1, 1), up(1, 2), up(1, 3)));
    for (String conjunct : List.of("n # 3", "n < 2", "n < 9")) {
      Span span = place(model, conjunct);
      ReplayReport report =
          Replayer.replay(model, trace, new Fault.InvariantFalse("I", conjunct, span));
      assertThat(report instanceof ReplayReport.Confirmed).isEqualTo(!conjunct.equals("n < 9"));
    }
  }

  private static Span place(Model model, String text) {
    SourceFile file = model.invariants().getFirst().expr().span().file();
    int start = file.text().indexOf(text);
    return new Span(file, start, start + text.length());
  }

  private static State state(long n) {
    return new State(List.of("n"), List.of(IntValue.of(n)));
  }

  private static Trace.Step up(long i, long n) {
    ActionLabel.Argument argument = new ActionLabel.Argument("i", IntValue.of(i));
    return new Trace.Step(new ActionLabel("Up", List.of(argument), Span.NONE), state(n));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theValuesOfParametersMustBeThoseOfTheStep(long i) {
    Model model = model("I == n < 1", "INVARIANT I");
    Fault fault = violation(model).fault();
    ReplayReport report = Replayer.replay(model, new Trace(state(0), List.of(up(i, 1))), fault);
    assertThat(report instanceof ReplayReport.Confirmed).isEqualTo(i == 1);
    if (i == 2) {
      assertThat(((ReplayReport.Refuted) report).reason())
          .isEqualTo("the step is not one of Up(i = 2), but of Up(i = 1)");
    }
  }

  @Test
  void aDeadlockThatTheModelDoesNotLookForIsNoFault() {
    String more = "Next == Count /\\ n < 4";
    Outcome.Violated found = violation(model(more, ""));
    assertRefused(model(more, "CHECK_DEADLOCK FALSE"), found.trace(), found.fault());
  }
}
