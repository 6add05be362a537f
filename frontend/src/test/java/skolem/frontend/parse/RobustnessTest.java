package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.syntax.ModulePrinter;
import skolem.frontend.syntax.ModuleTree;

/// No text makes the parser fail otherwise than by a diagnostic, or take long.
class RobustnessTest {
  private static final int DEEP = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern TOKEN_NAME = Pattern.compile("`[A-Z]+_[A-Z_]+`");

  private static final String CHARACTERS = "()[]{}<>/\\*_\"'!@=:.,|-+~^#&%$? \n\tabxAE01∈⟨\u0007";

  private static final List<String> WORDS =
      List.of(
          "/\\ ",
          "\\/ ",
          "]_",
          "<<",
          ">>",
          ">>_",
          "IF ",
          "THEN ",
          "ELSE ",
          "LET ",
          "IN ",
          "CASE ",
          "[]",
          "->",
          "|->",
          ":",
          "::",
          "==",
          "LAMBDA x: ",
          "CHOOSE x : ",
          "\\A x \\in S : ",
          "<1>1. ",
          "<1>",
          "QED ",
          "BY ",
          "DEF ",
          "PROOF ",
          "ASSUME ",
          "PROVE ",
          "NEW ",
          "====",
          "---- MODULE M ----",
          "EXCEPT ",
          "!",
          "!.",
          "(*",
          "*)",
          "\\*",
          "LOCAL ",
          "INSTANCE ",
          "WITH ",
          "<-",
          "THEOREM ",
          "VARIABLE ",
          "RECURSIVE ",
          "WF_",
          "@",
          "-.",
          "USE ",
          "OTHER ");

  @Test
  void mutatedSpecificationsAreParsedOrRejected() {
    Path root = Corpora.folder("visible");
    List<Path> files = Corpora.files(root, ".tla");
    Random random = new Random(20_260_401);
    int accepted = 0;
    for (int i = 0; i < 600; i++) {
      String text = Corpora.read(files.get(random.nextInt(files.size())));
      String mutated = mutate(text.substring(0, Math.min(text.length(), 20_000)), random);
      Parsed parsed = assertTimeoutPreemptively(LIMIT, () -> Parsed.file(mutated));
      for (Diagnostic diagnostic : parsed.diagnostics()) {
        assertThat(diagnostic.span().end()).isLessThanOrEqualTo(mutated.length());
        assertThat(diagnostic.message()).doesNotContainPattern(TOKEN_NAME);
      }
      if (parsed.diagnostics().isEmpty()) {
        accepted++;
        for (ModuleTree module : parsed.modules()) {
          String printed = ModulePrinter.print(module);
          assertThat(Parsed.file(printed).modules()).hasSize(1);
          assertThat(ModulePrinter.print(Parsed.file(printed).modules().getFirst()))
              .isEqualTo(printed);
        }
      }
    }
    assertThat(accepted).isBetween(40, 400);
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(40));
      switch (random.nextInt(6)) {
        case 0 -> mutated.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        case 1 -> mutated.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        case 2 -> mutated.delete(at, end);
        case 3 -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, end));
        case 4 -> mutated.insert(at, (char) random.nextInt(Character.MAX_VALUE));
        default -> mutated.delete(at, Math.min(mutated.length(), at + 1));
      }
    }
    return mutated.toString();
  }

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
