package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.source.RejectedException;

/// What the concrete engine says is what TLC says: of random expressions, of the tables of
/// operators, and of random behaviours.
///
/// The system properties are those of [DifferentialTest]; of behaviours, each of which takes a
/// process, there are a twenty-fifth as many.
class TlcOpinionTest {
  private static final int CASES = Integer.getInteger("skolem.differential.cases", 500);
  private static final long SEED = Long.getLong("skolem.differential.seed", 1);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  /// Shrinking one takes a process for each trial.
  private static final int MOST_SHRUNK = 3;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private int compared;

  @BeforeEach
  void requireTlc() {
    assumeTrue(TlcProcess.isPossible(), "there is no TLC to ask");
  }

  @Test
  void expressionsHaveTheSameValues() {
    List<Long> seeds = new ArrayList<>();
    List<ConstantCase> cases = new ArrayList<>();
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      try {
        cases.add(
            ConstantCase.of(
                "Case" + seed,
                SpecificationGenerator.expression(seed).text(),
                SpecificationGenerator.expressionConfiguration(seed)));
        seeds.add(seed);
      } catch (RejectedException e) {
        count("unusable: " + e.diagnostics().getFirst().code());
      }
    }
    TlcExpressionComparison comparison = new TlcExpressionComparison(TlcEvaluator.ofGenerated());
    List<Finding> findings = comparison.of(cases);
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i) instanceof Finding.Disagreement(String message)) {
        disagreements.add(
            disagreements.size() < MOST_SHRUNK ? shrunk(comparison, seeds.get(i)) : message);
      } else {
        count(findings.get(i));
      }
    }
    requireAgreement("expressions from seed " + SEED, CASES, CASES * 99 / 100);
  }

  private static String shrunk(TlcExpressionComparison comparison, long seed) {
    Campaign campaign =
        new Campaign(
            SpecificationGenerator::expression,
            SpecificationGenerator::expressionConfiguration,
            (module, configuration) ->
                comparison.of(List.of(ConstantCase.of("Case", module, configuration))).getFirst());
    return String.join("\n", campaign.run(seed, 1).disagreements());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "booleans",
        "integers",
        "sets",
        "powersets",
        "functions",
        "records",
        "sequences",
        "bags",
        "choose",
        "quantifiers",
        "modelvalues",
        "terms"
      })
  void operatorsHaveTheSameValues(String name) {
    OperatorFamily family = OperatorFamily.read(name);
    compareRows(family).forEach(this::count);
    requireAgreement(name, family.rows().size(), family.rows().size() * 3 / 4);
  }

  /// The findings of the rows that TLC can read.
  private List<Finding> compareRows(OperatorFamily family) {
    List<ConstantCase> cases = new ArrayList<>();
    for (OperatorFamily.Row row : family.rows()) {
      if (OperatorFamily.REFUSED.equals(row.value())) {
        count("left out: not supported");
        continue;
      }
      ConstantCase one =
          ConstantCase.of(
              "Case" + cases.size(),
              family.model(row),
              String.join("\n", family.definitions()),
              row.expression());
      if (mentionsLargeInteger(one.definition() + one.equations())) {
        count("left out: TLC reads no such integer");
      } else {
        cases.add(one);
      }
    }
    TlcEvaluator tlc = new TlcEvaluator(family.modules(), family.constants(), "");
    return new TlcExpressionComparison(tlc).of(cases);
  }

  private static boolean mentionsLargeInteger(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .anyMatch(number -> new BigInteger(number.group()).compareTo(LARGEST) > 0);
  }

  @Test
  void whatIsLeftOutDiffersAsItsExamplesShow() {
    List<OperatorFamily.Row> rows = new ArrayList<>();
    List<Finding> expected = new ArrayList<>();
    for (TlcDifference difference : TlcDifference.values()) {
      for (String example : difference.examples()) {
        rows.add(new OperatorFamily.Row(example, null));
        expected.add(new Finding.Refusal(difference.reason()));
      }
    }
    OperatorFamily examples =
        new OperatorFamily(
            "examples",
            "Integers, Sequences, FiniteSets, TLC",
            List.of("A_1", "m"),
            "v",
            "v = 0",
            List.of(),
            rows);
    assertThat(compareRows(examples)).isEqualTo(expected);
  }

  @Test
  void chooseTakesWhatTlcMeetsFirstUnlessThatIsTheAlphabet() {
    String module =
        """
        ---- MODULE Test ----
        EXTENDS TLC
        CONSTANTS p, q
        ASSUME PrintT(<<CHOOSE x \\in {"bee", "ant"} : TRUE, CHOOSE x \\in {p, q} : TRUE>>)
        ====
        """;
    String configuration = "CONSTANTS\n q = q\n p = p\n";
    assertThat(printed(Map.of("Test.tla", module, "Test.cfg", configuration)))
        .contains("<<\"bee\", q>>");
    assertThat(printed(new TlcInput(module, configuration).files())).contains("<<\"ant\", p>>");
  }

  private static String printed(Map<String, String> files) {
    return TlcProcess.output(files, "tlc2.TLC", "-metadir", "states", "Test.tla");
  }

  @Test
  void behavioursEndAlike() {
    Campaign campaign =
        new Campaign(
            SpecificationGenerator::behaviour,
            SpecificationGenerator::behaviourConfiguration,
            TlcBehaviourComparison::of);
    int cases = CASES / 25;
    campaign.run(SEED, cases);
    System.out.println(
        "behaviours from seed " + SEED + ", and TLC: " + cases + " cases, " + campaign.summary());
    assertThat(campaign.disagreements()).isEmpty();
    assertThat(campaign.comparedCases()).isGreaterThanOrEqualTo(cases * 3 / 4);
  }

  private void count(Finding finding) {
    switch (finding) {
      case Finding.Agreement(String what) -> {
        compared++;
        count(what);
      }
      case Finding.Refusal(String reason) -> count("left out: " + reason);
      case Finding.Unusable(String reason) -> count("unusable: " + reason);
      case Finding.Disagreement(String message) -> disagreements.add(message);
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /// @param least how many must have been compared, as others say nothing
  private void requireAgreement(String what, int cases, int least) {
    System.out.println(
        what + ", and TLC: " + cases + " cases, " + counts + ", disagree " + disagreements.size());
    assertThat(disagreements).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(least);
  }
}
