package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.ModulePrinter;

/// Groupings by the precedence ranges in *Specifying Systems*, tables 5 and 6.
class OperatorPrecedenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Ranges that do not overlap: the higher one binds tighter.
        "a + b - c          | (a + (b - c))",
        "a - b + c          | ((a - b) + c)",
        "a + b * c          | (a + (b * c))",
        "a \\in b \\cup c   | (a \\in (b \\cup c))",
        "a = b /\\ c        | ((a = b) /\\ c)",
        "a /\\ b => c \\/ d | ((a /\\ b) => (c \\/ d))",
        "a :> b @@ c :> d   | ((a :> b) @@ (c :> d))",
        "a .. b + c         | (a .. (b + c))",
        "a ^ b'             | (a ^ (b'))",
        "~ a /\\ b          | ((~a) /\\ b)",
        "~ a = b            | (~(a = b))",
        "- a + b            | ((-a) + b)",
        "- a * b            | (-(a * b))",
        "UNION a \\cup b    | ((UNION a) \\cup b)",
        "a \\in SUBSET b    | (a \\in (SUBSET b))",
        "DOMAIN f'          | (DOMAIN (f'))",
        "[] a => <> b       | (([]a) => (<>b))",
        "a' = ~ b           | ((a') = (~b))",
        "x = - 1            | (x = (-1))",
        "f[a]'.b            | (f[a]').b",
        // Equal associative operators group to the left.
        "a - b - c          | ((a - b) - c)",
        "a /\\ b \\land c   | ((a /\\ b) /\\ c)",
        "a \\o b \\circ c   | ((a \\o b) \\o c)",
        // Constructs without an end of their own take all that follows.
        "\\A x \\in S : a /\\ b => c | \\A x \\in S : ((a /\\ b) => c)",
        "a + IF p THEN b ELSE c + d  | (a + IF p THEN b ELSE (c + d))",
        "a /\\ LET b == 1 IN b \\/ c | (a /\\ LET b == 1 IN (b \\/ c))",
        "a + lab :: b * c            | (a + lab :: (b * c))",
        "CASE p -> a [] q -> b + c   | CASE p -> a [] q -> (b + c)",
        "CASE p -> CASE q -> a [] r -> b | CASE p -> CASE q -> a [] r -> b",
        // A product of three is no product of a product.
        "a \\X b \\X c      | (a \\X b \\X c)",
        "(a \\X b) \\X c    | ((a \\X b) \\X c)",
      })
  void groups(String text, String expected) {
    assertThat(Grouping.of(Parsed.expression(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \\cup b \\cap c",
        "a /\\ b \\/ c",
        "a = b = c",
        "a => b => c",
        "a * b / c",
        "a \\ b \\ c",
        "[] x = y",
        "UNCHANGED x'",
        "a * - b",
        "SUBSET a \\X b",
        "a * lab :: b + c",
      })
  void conflicts(String text) {
    Parsed parsed = Parsed.body("op == " + text);
    assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.PRECEDENCE);
  }

  @Test
  void theSecondArmBelongsToTheInnerCase() {
    Expr.Case outer = (Expr.Case) Parsed.expression("CASE p -> CASE q -> a [] r -> b");
    assertThat(outer.arms()).hasSize(1);
    assertThat(outer.arms().getFirst().value()).isInstanceOf(Expr.Case.class);
  }

  /// TLC 2.18 reads it so.
  @Test
  void theArmAfterOtherBelongsToTheOuterCase() {
    Expr.Case outer =
        (Expr.Case)
            Parsed.expression(
                "CASE p -> CASE q -> IF r THEN a ELSE b [] OTHER -> c + d [] r -> b [] OTHER -> a");
    assertThat(outer.arms()).hasSize(2);
    assertThat(outer.other()).isNotNull();
    assertThat(((Expr.Case) outer.arms().getFirst().value()).arms()).hasSize(1);
  }

  @Test
  void aConflictNamesBothOperatorsAndTheirPlace() {
    assertThat(Parsed.body("op == a \\cup b \\cap c").messages())
        .containsExactly(
            "2:9 neither of `\\cup` and `\\cap` binds tighter:"
                + " parentheses must tell how they group");
    assertThat(Parsed.body("op == a = b = c").messages())
        .containsExactly("2:9 `=` does not associate: a second one needs parentheses");
  }

  /// Prints an expression with parentheses around every use of an operator.
  private static final class Grouping {
    static String of(Expr expr) {
      return switch (expr) {
        case Expr.Infix e ->
            "(%s %s %s)".formatted(of(e.left()), e.operator().symbol(), of(e.right()));
        case Expr.Prefix e -> {
          String symbol = e.operator().symbol();
          String space = Character.isLetter(symbol.charAt(0)) ? " " : "";
          yield "(%s%s%s)".formatted(symbol.equals("-.") ? "-" : symbol, space, of(e.operand()));
        }
        case Expr.Postfix e -> "(%s%s)".formatted(of(e.operand()), e.operator().symbol());
        case Expr.Product e ->
            "(" + String.join(" \\X ", e.factors().stream().map(Grouping::of).toList()) + ")";
        case Expr.Parenthesized e -> of(e.inner());
        case Expr.FieldAccess e -> of(e.record()) + "." + e.field();
        case Expr.Quantified e -> "\\A x \\in S : " + of(e.body());
        case Expr.If e ->
            "IF %s THEN %s ELSE %s"
                .formatted(of(e.condition()), of(e.thenBranch()), of(e.elseBranch()));
        case Expr.Let e -> "LET b == 1 IN " + of(e.body());
        case Expr.Labelled e -> e.label() + " :: " + of(e.body());
        case Expr.Case e -> {
          StringBuilder arms = new StringBuilder("CASE ");
          for (Expr.Arm arm : e.arms()) {
            arms.append(arms.length() > 5 ? " [] " : "");
            arms.append(of(arm.condition())).append(" -> ").append(of(arm.value()));
          }
          yield arms.toString();
        }
        default -> ModulePrinter.print(expr);
      };
    }
  }
}
