package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.explicit.Specifications;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;

/// What the options of a search do.
class SearchOptionsTest {
  /// A walk on an 80 × 80 grid, to the right and up: 6400 states, one for each point.
  private static final String GRID =
      """
      VARIABLES x, y
      Init == x = 0 /\\ y = 0
      Right == x < 79 /\\ x' = x + 1 /\\ y' = y
      Up == y < 79 /\\ y' = y + 1 /\\ x' = x
      Back == x > 200 /\\ x' = 0 /\\ y' = 0
      Next == Right \\/ Up \\/ Back
      Low == x + y < 100
      Left == x < 60
      Slow == [][x' < 70]_<<x, y>>
      Counted == TLCGet("distinct") = 6400 /\\ TLCGet("diameter") = 159
      Wrong == TLCGet("generated") < 10
      Loud == PrintT(<<x, y>>)
      """;

  private static final String BEHAVIOUR = "INIT Init NEXT Next\n";

  private static Exploration explore(String config, SearchOptions options) {
    return BreadthFirstSearch.run(Specifications.model(GRID, BEHAVIOUR + config), options);
  }

  /// Violations, traces, and every count.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHECK_DEADLOCK FALSE",
        "INVARIANT Low Left",
        "INVARIANT Left PROPERTY Slow",
        "PROPERTY Slow",
        "CONSTRAINT Low CHECK_DEADLOCK FALSE",
        ""
      })
  void theResultDoesNotDependOnTheNumberOfWorkers(String config) {
    Model model = Specifications.model(GRID, BEHAVIOUR + config);
    for (SearchOptions options :
        List.of(SearchOptions.unbounded(), SearchOptions.unbounded().goingOn())) {
      Exploration one = BreadthFirstSearch.run(model, options);
      assertThat(BreadthFirstSearch.run(model, options.withWorkers(2))).isEqualTo(one);
      assertThat(BreadthFirstSearch.run(model, options.withWorkers(5))).isEqualTo(one);
    }
  }

  @Test
  void severalWorkersPrintWhatOnePrintsPerhapsMoreOften() {
    List<String> one = new ArrayList<>();
    List<String> three = new ArrayList<>();
    SearchOptions options = SearchOptions.unbounded().withMaxSteps(30);
    explore("INVARIANT Loud", options.withOutput(one::add));
    explore("INVARIANT Loud", options.withOutput(three::add).withWorkers(3));
    assertThat(three.stream().distinct()).containsExactlyElementsOf(one);
    // Each state of at most 30 steps once: 1 + 2 + ... + 31.
    assertThat(one).hasSize(31 * 32 / 2);
  }

  @Test
  void goesOnForAViolationOfEachProperty() {
    Exploration e =
        explore("INVARIANT Low Left PROPERTY Slow", SearchOptions.unbounded().goingOn());
    assertThat(e.exhausted()).isTrue();
    assertThat(e.distinct()).isEqualTo(6400);
    // Left is first false at x = 60, Slow forbids the step to x = 70, Low is false at x + y = 100,
    // and (79, 79) is a deadlock.
    assertThat(e.violations())
        .extracting(v -> v.trace().length())
        .containsExactly(60, 70, 100, 158);
    assertThat(e.violations().getLast().fault()).isEqualTo(new Fault.Deadlock());
  }

  /// Every point but those on two edges leads to two others; the last one to none. 2 · 79 · 80
  /// steps in all.
  @Test
  void countsOutDegreesAndActions() {
    Statistics counts = explore("CHECK_DEADLOCK FALSE", SearchOptions.unbounded()).statistics();
    assertThat(counts.neverTaken()).containsExactly("Back");
    assertThat(counts.actions())
        .containsEntry("Right", new Statistics.ActionCount(79 * 80, 79))
        .containsEntry("Back", Statistics.ActionCount.NEVER);
    assertThat(counts.outDegrees().states()).isEqualTo(6400);
    assertThat(counts.outDegrees().minimum()).isZero();
    assertThat(counts.outDegrees().maximum()).isEqualTo(2);
    assertThat(counts.outDegrees().average()).isEqualTo(2 * 79 * 80 / 6400.0);
  }

  @Test
  void checksPostconditions() {
    SearchOptions options = SearchOptions.unbounded();
    assertThat(explore("CHECK_DEADLOCK FALSE POSTCONDITION Counted", options).postconditions())
        .isEmpty();
    assertThat(explore("CHECK_DEADLOCK FALSE POSTCONDITION Wrong", options).postconditions())
        .extracting(Diagnostic::code)
        .containsExactly(Code.ASSUMPTION);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void saysWhatAnInterruptedSearchHasCovered(int workers) {
    AtomicInteger asked = new AtomicInteger();
    Exploration e =
        explore(
            "INVARIANT Low",
            SearchOptions.unbounded()
                .withWorkers(workers)
                .withInterruption(() -> asked.incrementAndGet() > 2000));
    assertThat(e.outcome())
        .isInstanceOfSatisfying(
            Outcome.Undecided.class,
            undecided -> {
              assertThat(undecided.reason()).isEqualTo("interrupted");
              // States of at most n steps were found: at least 1 + 2 + ... + (n + 1) of them.
              int steps = undecided.safeSteps();
              assertThat(steps).isPositive();
              assertThat(e.distinct()).isGreaterThanOrEqualTo((steps + 1) * (steps + 2) / 2);
            });
    assertThat(e.statistics().waiting()).isPositive();
  }

  @Test
  void handsOverTheGraph() {
    List<String> lines = new ArrayList<>();
    GraphSink sink =
        new GraphSink() {
          @Override
          public void state(int index, boolean initial, State state) {
            lines.add(index + (initial ? " initial " : " ") + state.values());
          }

          @Override
          public void step(int from, int to, ActionLabel action) {
            lines.add(from + " -> " + to + " " + action);
          }
        };
    explore("", SearchOptions.unbounded().withMaxSteps(2).withGraph(sink));
    assertThat(lines)
        .containsExactly(
            "0 initial [0, 0]",
            "1 [1, 0]",
            "0 -> 1 Right",
            "2 [0, 1]",
            "0 -> 2 Up",
            "3 [2, 0]",
            "1 -> 3 Right",
            "4 [1, 1]",
            "1 -> 4 Up",
            "2 -> 4 Right",
            "5 [0, 2]",
            "2 -> 5 Up");
  }

  @Test
  void registersThatAssumptionsSetAreSeenByTheBehaviour() {
    Model model =
        Specifications.model(
            "VARIABLE n\nASSUME TLCSet(1, 3)\nInit == n = 0\n"
                + "Next == n < TLCGet(1) /\\ n' = n + 1",
            BEHAVIOUR + "CHECK_DEADLOCK FALSE");
    assertThat(BreadthFirstSearch.run(model, SearchOptions.unbounded()).distinct()).isEqualTo(4);
  }
}
