package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;

/// Family by family: an expression has the same value, or is the same kind of error, in both
/// engines in every state, and the value that the table states; or the symbolic engine refuses it.
class OperatorFamiliesTest {
  @TestFactory
  Stream<DynamicTest> booleans() {
    return tests("booleans");
  }

  @TestFactory
  Stream<DynamicTest> integers() {
    return tests("integers");
  }

  @TestFactory
  Stream<DynamicTest> terms() {
    return tests("terms");
  }

  @TestFactory
  Stream<DynamicTest> sets() {
    return tests("sets");
  }

  @TestFactory
  Stream<DynamicTest> powersets() {
    return tests("powersets");
  }

  @TestFactory
  Stream<DynamicTest> functions() {
    return tests("functions");
  }

  @TestFactory
  Stream<DynamicTest> records() {
    return tests("records");
  }

  @TestFactory
  Stream<DynamicTest> sequences() {
    return tests("sequences");
  }

  @TestFactory
  Stream<DynamicTest> bags() {
    return tests("bags");
  }

  @TestFactory
  Stream<DynamicTest> choose() {
    return tests("choose");
  }

  @TestFactory
  Stream<DynamicTest> quantifiers() {
    return tests("quantifiers");
  }

  @TestFactory
  Stream<DynamicTest> recursion() {
    return tests("recursion");
  }

  @TestFactory
  Stream<DynamicTest> modelValues() {
    return tests("modelvalues");
  }

  @TestFactory
  Stream<DynamicTest> tlc() {
    return tests("tlc");
  }

  @TestFactory
  Stream<DynamicTest> actions() {
    return tests("actions");
  }

  private static Stream<DynamicTest> tests(String name) {
    OperatorFamily family = OperatorFamily.read(name);
    return family.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.expression(), () -> requireAgreement(family, row)));
  }

  private static void requireAgreement(OperatorFamily family, OperatorFamily.Row row) {
    ExpressionComparison comparison = ExpressionComparison.on(family.model(row));
    if (OperatorFamily.REFUSED.equals(row.value())) {
      assertThatThrownBy(comparison::compare)
          .isInstanceOfSatisfying(
              RejectedException.class,
              e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(Code.UNSUPPORTED));
      return;
    }
    assertThat(comparison.compare()).isInstanceOf(Finding.Agreement.class);
    if (row.value() != null) {
      assertThat(comparison.values()).containsExactly(row.value());
    }
  }
}
