package skolem.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import skolem.benchmarks.corpus.Suite;
import skolem.benchmarks.corpus.SuiteRow;
import skolem.benchmarks.run.Answer;
import skolem.benchmarks.run.Breakdown;
import skolem.benchmarks.run.Measurement;
import skolem.benchmarks.run.RowResult;

/// Results come out as Markdown, CSV and SVG.
class ResultTableTest {
  private static SuiteRow row(int length, String reference) {
    return row(Integer.toString(length), reference);
  }

  private static SuiteRow row(String length, String reference) {
    return Suite.read(
            List.of(
                "name\tcommand\tspec\tcfg\tlength\tparameters\toptions\treference CPU s",
                "A\tcheck\tA.tla\tA.cfg.in\t" + length + "\tN=2,M=5\t-\t" + reference))
        .rows()
        .getFirst();
  }

  private static Measurement run(double cpu) throws IOException {
    return new Measurement(
        Answer.HOLDS,
        cpu / 2,
        OptionalDouble.of(cpu),
        OptionalDouble.of(100),
        Breakdown.read("{\"seconds\": {\"solving\": 0.5}, \"solver\": {\"clauses\": 1200}}"));
  }

  private static final Measurement TIMEOUT =
      new Measurement(
          Answer.TIMED_OUT, 120, OptionalDouble.empty(), OptionalDouble.empty(), Breakdown.NONE);

  @Test
  void aRowInMarkdownHasMedianAndRange() throws IOException {
    RowResult result = new RowResult(row(8, "0.55"), List.of(run(4), run(1), run(2)));

    assertThat(ResultTable.page(List.of(result)).lines().toList().get(2))
        .isEqualTo(
            "| A | check | N=2 M=5 | holds | 8 | 2.00 | 1.00 | 4.00 | 0.55 | 1.00 | 100 |  |  |"
                + "  | 0.50 |  | 1200 |");
  }

  @Test
  void aRowWithoutAnAnswerSaysSo() {
    RowResult result = new RowResult(row(8, "-"), List.of(TIMEOUT));

    assertThat(ResultTable.page(List.of(result)).lines().toList().get(2))
        .startsWith("| A | check | N=2 M=5 | **timeout** | 8 |  |  |  |  | 120.00 |");
    assertThat(ResultTable.rowLine(result)).startsWith("A,check,N=2 M=5,8,1,timeout,,,,,120.000,");
  }

  private static RowResult within(Answer answer, int steps) throws IOException {
    return new RowResult(
        row("60s", "-"),
        List.of(
            new Measurement(
                answer,
                60,
                OptionalDouble.of(61.25),
                OptionalDouble.of(100),
                Breakdown.read("{\"safeDepth\": " + steps + "}"))));
  }

  @Test
  void aRowWithATimeSaysHowDeepItCame() throws IOException {
    List<String> lines =
        ResultTable.deepest(
                List.of(
                    within(Answer.UNDECIDED, 17),
                    within(Answer.HOLDS, 9),
                    within(Answer.VIOLATED, 3)))
            .lines()
            .toList();

    assertThat(lines.get(2)).isEqualTo("| A | N=2 M=5 | 60s | 17 | 61.3 | 100 |  |  |  |");
    assertThat(lines.get(3)).contains("| every, after 9 |");
    assertThat(lines.get(4)).contains("| **violated** |");
  }

  @Test
  void aPageHasRowsWithATimeByThemselves() throws IOException {
    RowResult steps = new RowResult(row(8, "0.55"), List.of(run(4)));
    ResultPage page = new ResultPage("run", 1, 120);

    assertThat(page.text(List.of(steps), List.of())).doesNotContain("deepest");
    assertThat(page.text(List.of(steps, within(Answer.UNDECIDED, 17)), List.of()))
        .containsOnlyOnce("| 8 | 4.00 |")
        .containsOnlyOnce("| 60s | 17 |");
  }

  /// Half a second of solving in 5 s by the clock, and in 4, 10 and 3, of which the first is the
  /// median; the last row is no long one.
  @Test
  void aPageTellsWhatPartOfLongRowsIsTheSolvers() throws IOException {
    List<RowResult> results =
        List.of(
            new RowResult(row(8, "-"), List.of(run(10))),
            new RowResult(row(7, "-"), List.of(run(8), run(20), run(6))),
            new RowResult(row(6, "-"), List.of(run(5))));
    ResultPage page = new ResultPage("run", 1, 120);

    assertThat(page.text(results, List.of()))
        .contains(
            "Rows of more than 5 s of CPU time: 2. The solver had at least 10 % of the time of each,"
                + " by the clock.\n");
    assertThat(page.text(results.subList(2, 3), List.of())).doesNotContain("Rows of more than");
  }

  @Test
  void linesOfCsvHaveTheColumnsOfTheirHeader() throws IOException {
    RowResult result = new RowResult(row(8, "0.55"), List.of(run(4), run(1), run(2)));

    assertThat(ResultTable.rowLine(result).split(",", -1))
        .hasSameSizeAs(ResultTable.rowHeader().split(",", -1))
        .containsSequence("holds", "2.00", "1.00", "4.00", "0.55");
    assertThat(ResultTable.runLine(row(8, "-"), 2, run(4)).split(",", -1))
        .hasSameSizeAs(ResultTable.runHeader().split(",", -1))
        .startsWith("A", "check", "N=2 M=5", "8", "2", "holds", "4.00", "2.000", "100.0");
  }

  @Test
  void cellsOfCsvAreQuotedWhereTheyMustBe() {
    assertThat(CsvLine.of(List.of("a,b", "say \"no\"", "plain")))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",plain\n");
  }

  @Test
  void tablesAreRectangular() {
    assertThat(MarkdownTable.of(List.of("a", "b"), 1, List.of(List.of("x|y", "1"))))
        .isEqualTo("| a | b |\n| --- | ---: |\n| x\\|y | 1 |\n");
    assertThatThrownBy(() -> MarkdownTable.of(List.of("a", "b"), 1, List.of(List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Three points: 0.1, 1 and 10 seconds lie one power of ten apart, so the middle one is drawn
  /// half way up.
  @Test
  void plotsThreeBoundsAsALine() throws Exception {
    List<RowResult> results =
        List.of(
            new RowResult(row(10, "-"), List.of(run(10))),
            new RowResult(row(2, "-"), List.of(run(0.1))),
            new RowResult(row(6, "-"), List.of(run(1))),
            new RowResult(row(20, "-"), List.of(TIMEOUT)));

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(GrowthPlot.alongBound(results))));
    String points =
        svg.getElementsByTagName("polyline")
            .item(0)
            .getAttributes()
            .getNamedItem("points")
            .getNodeValue();
    List<Double> heights =
        List.of(points.split(" ")).stream()
            .map(point -> Double.valueOf(point.split(",", -1)[1]))
            .toList();
    assertThat(heights).hasSize(3);
    assertThat(heights.get(0)).isGreaterThan(heights.get(1));
    assertThat(heights.get(1)).isEqualTo((heights.get(0) + heights.get(2)) / 2);
  }

  @Test
  void plotsNothingOfTwoPoints() throws IOException {
    List<RowResult> results =
        List.of(
            new RowResult(row(10, "-"), List.of(run(10))),
            new RowResult(row(2, "-"), List.of(run(0.1))));

    assertThat(GrowthPlot.alongBound(results)).isEmpty();
  }
}
