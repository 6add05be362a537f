package skolem.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Traces as HTML.
class HtmlTraceTest {
  private static Value number(int value) {
    return IntValue.of(value);
  }

  private static TupleValue tuple(int... values) {
    return TupleValue.of(Arrays.stream(values).mapToObj(IntValue::of).toList());
  }

  private static Value map(int first, int second) {
    return FunctionValue.of(
        Map.of(new ModelValue("a"), number(first), new ModelValue("b"), number(second)));
  }

  @Test
  void differencesAreMarkedWhereTheyAre() {
    assertThat(HtmlDifference.between(number(1), number(2))).isEqualTo("<del>1</del> <ins>2</ins>");
    assertThat(HtmlDifference.between(number(1), number(1))).isEqualTo("1");
    assertThat(
            HtmlDifference.between(
                SetValue.of(number(1), number(2)), SetValue.of(number(2), number(3))))
        .isEqualTo("{<del>1</del>, 2, <ins>3</ins>}");
    assertThat(HtmlDifference.between(map(1, 2), map(1, 3)))
        .isEqualTo("(a :> 1 @@ b :> <del>2</del> <ins>3</ins>)");
    assertThat(
            HtmlDifference.between(
                new RecordValue(List.of("f"), List.of(number(1))),
                new RecordValue(List.of("f", "g"), List.of(number(1), number(2)))))
        .isEqualTo("[f |-> 1, <ins>g |-> 2</ins>]");
  }

  @Test
  void sequencesGrowAndShrinkAtTheirEnds() {
    assertThat(HtmlDifference.between(tuple(1, 2), tuple(1, 2, 3)))
        .isEqualTo("&lt;&lt;1, 2, <ins>3</ins>&gt;&gt;");
    assertThat(HtmlDifference.between(tuple(1, 2, 3), tuple(2, 3)))
        .isEqualTo("&lt;&lt;<del>1</del>, 2, 3&gt;&gt;");
    assertThat(HtmlDifference.between(tuple(1, 1), tuple(1)))
        .isEqualTo("&lt;&lt;1, <del>1</del>&gt;&gt;");
    assertThat(HtmlDifference.between(tuple(1, 2, 3), tuple(1, 5, 3)))
        .isEqualTo("&lt;&lt;1, <del>2</del> <ins>5</ins>, 3&gt;&gt;");
  }

  @Test
  void pageStandsByItselfAndEscapesTheSpecification() {
    List<String> variables = List.of("text");
    State first = new State(variables, List.of(new StringValue("<b>")));
    State second = new State(variables, List.of(new StringValue("$1 & @LAST@")));
    Trace trace =
        new Trace(
            first, List.of(new Trace.Step(new ActionLabel("Go", List.of(), Span.NONE), second)));
    String page = HtmlTrace.of("Spec", trace, "1 step: x < y");
    assertThat(page)
        .contains("<title>Spec</title>", "1 step: x &lt; y", "max=\"1\"", "1: Go")
        .contains("<del>&quot;&lt;b>&quot;</del> <ins>&quot;$1 &amp; @LAST@&quot;</ins>")
        .doesNotContain("<b>", "@TITLE@", "http:", "https:", "src=", "@import", "url(");
    assertThat(page.split("<section>", -1)).hasSize(3);
  }
}
