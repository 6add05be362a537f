package skolem.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import skolem.cli.measure.ProcessUse;

/// What engines say, and whether they agree.
class ComparisonTest {
  private static ProcessUse use(int exit, String output) {
    return new ProcessUse(
        OptionalInt.of(exit), 2, OptionalDouble.of(1), OptionalDouble.empty(), output);
  }

  private static Reply symbolic(String properties) {
    return OurEngine.symbolic()
        .reply(use(0, "{\"safeDepth\": 5, \"properties\": " + properties + "}"));
  }

  private static final String VIOLATED =
      """
      [{"name": "Inv", "kind": "invariant", "outcome": "violated", "steps": 3,
        "fault": {"kind": "invariant", "place": {"line": 1}}, "trace": [{"state": {"x": "1"}}]},
       {"name": "Deadlock", "kind": "deadlock-freedom", "outcome": "holds-up-to", "steps": 2}]
      """;

  @Test
  void resultsAreRead() {
    Reply violated = symbolic(VIOLATED);
    assertThat(violated.findings())
        .containsEntry("Inv", new Finding.Violated(3))
        .containsEntry("deadlock freedom", new Finding.Safe(2));
    assertThat(violated.answer()).isEqualTo("Inv violated");
    assertThat(violated.depth()).hasValue(3);
    Reply explored =
        OurEngine.explicit()
            .reply(
                use(
                    0,
                    """
                    {"properties": [{"name": "Inv", "kind": "invariant", "outcome": "holds"}],
                     "states": {"distinct": 12, "depth": 4}}
                    """));
    assertThat(explored.answer()).isEqualTo("holds at every depth");
    assertThat(explored.states()).hasValue(12);
    assertThat(explored.depth()).hasValue(3);
  }

  @Test
  void aViolationContradictsSafetyAtItsDepthAndBeyond() {
    Finding three = new Finding.Violated(3);
    assertThat(three.contradicts(new Finding.Safe(3))).isTrue();
    assertThat(new Finding.Safe(Finding.UNBOUNDED).contradicts(three)).isTrue();
    assertThat(three.contradicts(new Finding.Safe(2))).isFalse();
    assertThat(three.contradicts(new Finding.Violated(4))).isFalse();
    assertThat(new Finding.Safe(1).contradicts(new Finding.Safe(9))).isFalse();
  }

  @Test
  void disagreementsNameEnginesAndProperty() {
    Reply safe =
        symbolic(
            """
            [{"name": "Inv", "kind": "invariant", "outcome": "holds-up-to", "steps": 5}]
            """);
    assertThat(new Comparison(List.of(symbolic(VIOLATED), safe)).disagreements())
        .containsExactly(
            "Inv: symbolic says violated after 3 steps, symbolic says no violation in 5 steps");
    assertThat(new Comparison(List.of(safe, safe)).disagreements()).isEmpty();
  }

  @Test
  void anEngineThatFailsOrIsStoppedSaysNothing() {
    assertThat(OurEngine.symbolic().reply(use(150, "")).isAnswer()).isFalse();
    assertThat(OurEngine.symbolic().reply(use(0, "{\"properties\": ")).isAnswer()).isFalse();
    ProcessUse stopped =
        new ProcessUse(OptionalInt.empty(), 60, OptionalDouble.empty(), OptionalDouble.empty(), "");
    assertThat(OurEngine.explicit().reply(stopped).answer()).isEqualTo("no answer in time");
  }

  @Test
  void sizesAreNumbersOrSets() {
    Sweep sweep = Sweep.parse(" RM = 2 .. 5 ");
    assertThat(sweep).isEqualTo(new Sweep("RM", 2, 5));
    assertThat(new Sweep("RM", 2, 5).assignment(4, "CONSTANTS\n  RM = {r1, r2}\n"))
        .isEqualTo("RM = {r1, r2, RM_1, RM_2}");
    assertThat(new Sweep("RM", 1, 5).assignment(1, "CONSTANTS\n  RM = {r1, r2}\n"))
        .isEqualTo("RM = {r1}");
    assertThat(new Sweep("N", 2, 5).assignment(3, "CONSTANTS\n  N = 7\n")).isEqualTo("N = 3");
    assertThat(Sweep.parse("N=5..2")).isNull();
    assertThat(Sweep.parse("N")).isNull();
    assertThat(Sweep.parse("N=1..99999999999")).isNull();
  }

  @Test
  void tlcGetsTheWholeQuestion() {
    Question question =
        new Question(
            Path.of("/s/Spec.tla"),
            Path.of("/t/model.cfg"),
            List.of(Path.of("/lib")),
            Path.of("/t"),
            7,
            false,
            Duration.ofSeconds(9));
    List<String> command =
        new Tlc(Path.of("/j/tla2tools.jar"), List.of("Inv"), false).command(question);
    assertThat(command)
        .containsSubsequence("-DTLA-Library=/t:/lib", "-cp", "/j/tla2tools.jar", "tlc2.TLC")
        .containsSubsequence("-config", "model.cfg", "-metadir", "/t", "-deadlock")
        .doesNotContain("-noGenerateSpecTE")
        .endsWith("/s/Spec.tla");
    assertThat(OurEngine.symbolic().command(question))
        .containsSubsequence("check", "/s/Spec.tla", "--config", "/t/model.cfg", "--length", "7")
        .contains("--no-deadlock", "/lib");
  }

  @Test
  void crossoverIsTheSizeFromWhichOnTheFirstEngineIsAhead() {
    ComparisonTable table = new ComparisonTable("N");
    double[][] seconds = {{1, 0.5}, {1, 2}, {3, 2}, {3, 9}, {4, -1}};
    for (int i = 0; i < seconds.length; i++) {
      table.add(
          i + 1, new Comparison(List.of(reply("a", seconds[i][0]), reply("b", seconds[i][1]))));
    }
    assertThat(table.crossovers()).containsExactly("a takes less than b from N = 4 on");
    assertThat(table.plot()).contains("<polyline", ">a</text>", ">b</text>", ">N</text>");
  }

  /// @param seconds negative where there is no answer
  private static Reply reply(String engine, double seconds) {
    ProcessUse use =
        new ProcessUse(
            OptionalInt.of(0), seconds, OptionalDouble.of(seconds), OptionalDouble.empty(), "");
    return seconds < 0
        ? Reply.none(engine, "no answer in time", use)
        : new Reply(
            engine,
            "no violation",
            new java.util.TreeMap<>(java.util.Map.of("Inv", new Finding.Safe(3))),
            OptionalInt.of(3),
            java.util.OptionalLong.empty(),
            use);
  }
}
