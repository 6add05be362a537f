package skolem.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Long values in traces for people.
class TraceTextTest {
  private static Value function(Map<Integer, String> exceptions) {
    Map<Value, Value> graph = new TreeMap<>();
    for (int i = 1; i <= 6; i++) {
      String result = exceptions.getOrDefault(i, "a_rather_manylabel");
      graph.put(new ModelValue("process" + i), new StringValue(result));
    }
    return FunctionValue.of(graph);
  }

  private static String text(Value before, Value after) {
    List<String> variables = List.of("pc");
    Trace.Step step =
        new Trace.Step(
            new ActionLabel("Go", List.of(), Span.NONE), new State(variables, List.of(after)));
    return TraceText.of(new Trace(new State(variables, List.of(before)), List.of(step)));
  }

  @Test
  void aLongFunctionIsBrokenBetweenItsArguments() {
    Value start = function(Map.of());
    String text = text(start, start);
    assertThat(text.lines()).allMatch(line -> line.length() <= StateLines.WIDTH + 5);
    assertThat(text.lines().skip(1).findFirst().orElse(""))
        .isEqualTo(
            "  /\\ pc = (process1 :> \"a_rather_manylabel\" @@ process2 :> \"a_rather_manylabel\""
                + " @@");
    assertThat(text.lines().skip(2).findFirst().orElse(""))
        .startsWith("           process3 :> \"a_rather_manylabel\" @@");
    assertThat(text.replaceAll("\\s+", " "))
        .contains("/\\ pc = " + start + " State 1: Go /\\ TRUE");
  }

  @Test
  void ofALongFunctionOnlyTheNewResultsAreShown() {
    assertThat(text(function(Map.of()), function(Map.of(2, "here"))))
        .endsWith("State 1: Go\n  /\\ pc[process2] = \"here\"\n");
  }

  @Test
  void moreThanHalfIsShownWhole() {
    Map<Integer, String> most = Map.of(1, "x", 2, "x", 3, "x", 4, "x");
    assertThat(text(function(Map.of()), function(most)))
        .contains("State 1: Go\n  /\\ pc = (process1");
  }

  @Test
  void ofNestedFunctionsTheInnermostResultIsShown() {
    Value before =
        FunctionValue.of(
            Map.of(
                new ModelValue("m"), function(Map.of()), new ModelValue("n"), function(Map.of())));
    Value after =
        FunctionValue.of(
            Map.of(
                new ModelValue("m"),
                function(Map.of()),
                new ModelValue("n"),
                function(Map.of(5, "there"))));
    assertThat(text(before, after)).endsWith("  /\\ pc[n][process5] = \"there\"\n");
  }

  @Test
  void sequencesOfOtherLengthAreShownWhole() {
    Value longer = TupleValue.of(function(Map.of()), IntValue.of(1));
    Value shorter = TupleValue.of(function(Map.of()));
    assertThat(text(shorter, longer)).contains("State 1: Go\n  /\\ pc = <<(process1");
  }

  @Test
  void ofALineThatNobodyReadsTheBeginningIsShown() {
    Value few = numbers(1_000);
    assertThat(text(few, few)).contains("/\\ pc = " + few + "\n");
    Value many = numbers(2_000);
    String whole = "pc = " + many;
    int more = whole.length() - TraceText.LONGEST;
    assertThat(text(many, many))
        .contains(
            "/\\ "
                + whole.substring(0, TraceText.LONGEST)
                + "…  \\* "
                + more
                + " characters more\n");
  }

  private static Value numbers(int count) {
    return SetValue.of(IntStream.range(0, count).<Value>mapToObj(IntValue::of).toList());
  }
}
