package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No text makes the parser fail otherwise than by a diagnostic, or take long.
class RobustnessTest {
  private static final int DEEP = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "op == § (           § 1 § )",
        "op == § {           § 1 § }",
        "op == § <<          § 1 § >>",
        "op == § f[          § 1 § ]",
        "op == § f(          § 1 § )",
        "op == § [x |->      § 1 § ]",
        "op == § [A]_(       § 1 § )",
        "op == § IF          § 1 § THEN 1 ELSE 1",
        "op == § LET a ==    § 1 § IN a",
        "op == § CASE        § 1 § -> 1",
        "op == § /\\         § 1 § ``",
        "op == § ~           § 1 § ``",
        "op == § \\A x :     § 1 § ``",
        "op == § IF a THEN b ELSE § 1 § ``",
        "op == § a ::        § 1 § ``",
        "op == § ``          § 1 § '",
        "op == § ``          § 1 § .a",
        "op == § ``          § 1 § [1]",
        "op == § ``          § A § !A",
        "op == § ``          § 1 § + 1",
        "op == § ``          § 1 § => 1",
        "THEOREM § ASSUME    § 1 § PROVE 1",
        "``    § ---- MODULE M ---- § `` § ====",
        "``    § (*          § `` § *)",
      })
  void deepNestingIsParsedOrRejected(String before, String open, String core, String close) {
    String text = before + " " + (open + " ").repeat(DEEP) + core + (" " + close).repeat(DEEP);
    Parsed parsed = assertTimeoutPreemptively(LIMIT, () -> Parsed.body(text));
    assertThat(parsed.diagnostics()).hasSizeLessThanOrEqualTo(DEEP);
  }

  @Test
  void deepBracketsAreCalledTooDeep() {
    assertThat(Parsed.body("op == " + "(".repeat(DEEP)).messages())
        .containsExactly("2:507 nested too deeply: more than 500 constructs are open here");
    assertThat(Parsed.body("op == " + "~".repeat(DEEP) + "a").messages())
        .containsExactly("2:2007 nested too deeply");
  }

  @Test
  void proofsNestDeeply() {
    StringBuilder proof = new StringBuilder("THEOREM x\n");
    for (int level = 1; level <= 1000; level++) {
      proof.append('<').append(level).append("> QED\n");
    }
    assertThat(Parsed.body(proof + "OBVIOUS").messages()).isEmpty();
  }

  @Test
  void timeGrowsWithTheLengthOnly() {
    String lines =
        "op == f(x, \\A y \\in S : /\\ x\n                       /\\ y)\n".repeat(20_000);
    Parsed long_ = assertTimeoutPreemptively(LIMIT, () -> Parsed.body(lines));
    assertThat(long_.messages()).isEmpty();
    assertTimeoutPreemptively(LIMIT, () -> Parsed.body("(".repeat(400) + lines.replace('\n', ' ')));
    assertTimeoutPreemptively(LIMIT, () -> Parsed.file("-".repeat(2_000_000)));
    assertTimeoutPreemptively(LIMIT, () -> Parsed.body(" ) ==".repeat(100_000)));
    assertTimeoutPreemptively(LIMIT, () -> Parsed.body("a ".repeat(100_000)));
  }
}
