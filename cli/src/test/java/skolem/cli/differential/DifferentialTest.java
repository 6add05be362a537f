package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import skolem.frontend.model.ValueSymmetry;

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

  /// Where the two are of different letters, many an initial state has an error.
  @Test
  void typedModelValuesAreComparedAlike() {
    requireAgreement(
        "expressions with typed model values",
        new Campaign(
            SpecificationGenerator::expression,
            SpecificationGenerator::typedConfiguration,
            ExpressionComparison::of),
        CASES * 3 / 4);
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

  /// A tenth of the cases: what is treated alike makes many states, and many are too large.
  @Test
  void interchangeableValuesAreInterchanged() {
    AtomicInteger interchanged = new AtomicInteger();
    Campaign campaign =
        new Campaign(
            InterchangeableGenerator::behaviour,
            InterchangeableGenerator::configuration,
            model -> {
              Finding finding = BehaviourComparison.of(model, DEPTH);
              if (finding instanceof Finding.Agreement
                  && !ValueSymmetry.of(model).sets().isEmpty()) {
                interchanged.incrementAndGet();
              }
              return finding;
            });
    campaign.run(SEED, CASES / 10);
    System.out.println("interchangeable values: " + interchanged + ", " + campaign.summary());
    assertThat(campaign.disagreements()).isEmpty();
    assertThat(interchanged.get()).isGreaterThan(CASES / 10 / 4);
  }

  /// A fifth of the cases; what does not ask for the place of a state says nothing here.
  @Test
  void statesHaveTheSamePlaces() {
    AtomicInteger placed = new AtomicInteger();
    Campaign campaign =
        new Campaign(
            SpecificationGenerator::placedBehaviour,
            SpecificationGenerator::behaviourConfiguration,
            model ->
                !model.asksForPlace()
                    ? new Finding.Unusable("no place is asked for")
                    : counted(BehaviourComparison.of(model, DEPTH), placed));
    campaign.run(SEED, CASES / 5);
    System.out.println("places in behaviours: " + placed + ", " + campaign.summary());
    assertThat(campaign.disagreements()).isEmpty();
    assertThat(placed.get()).isGreaterThan(CASES / 5 / 4);
  }

  private static Finding counted(Finding finding, AtomicInteger agreements) {
    if (finding instanceof Finding.Agreement) {
      agreements.incrementAndGet();
    }
    return finding;
  }

  private static void requireAgreement(String what, Campaign campaign) {
    requireAgreement(what, campaign, CASES * 9 / 10);
  }

  private static void requireAgreement(String what, Campaign campaign, int least) {
    campaign.run(SEED, CASES);
    System.out.println(
        what + " from seed " + SEED + ", " + CASES + " cases: " + campaign.summary());
    assertThat(campaign.disagreements()).isEmpty();
    // A comparison that refuses or skips most of its cases would say nothing.
    assertThat(campaign.comparedCases()).isGreaterThan(least);
  }
}
