package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Random specifications and expressions: the symbolic engine agrees with the concrete one.
///
/// The system properties `skolem.differential.cases` (500) and `skolem.differential.seed` (1) say
/// how many, and from which seed on; a nightly run takes 20000.
class DifferentialTest {
  private static final int DEPTH = 3;
  private static final int CASES = Integer.getInteger("skolem.differential.cases", 500);
  private static final long SEED = Long.getLong("skolem.differential.seed", 1);

  @Test
  void expressionsHaveTheSameValues() {
    requireAgreement(
        "expressions",
        new Campaign(
            SpecificationGenerator::expression,
            SpecificationGenerator::expressionConfiguration,
            ExpressionComparison::of));
  }

  @Test
  void behavioursAreTheSame() {
    requireAgreement(
        "behaviours",
        new Campaign(
            SpecificationGenerator::behaviour,
            SpecificationGenerator::behaviourConfiguration,
            model -> BehaviourComparison.of(model, DEPTH)));
  }

  private static void requireAgreement(String what, Campaign campaign) {
    campaign.run(SEED, CASES);
    System.out.println(
        what + " from seed " + SEED + ", " + CASES + " cases: " + campaign.summary());
    assertThat(campaign.disagreements()).isEmpty();
    // A comparison that refuses or skips most of its cases would say nothing.
    assertThat(campaign.comparedCases()).isGreaterThan(CASES * 9 / 10);
  }
}
