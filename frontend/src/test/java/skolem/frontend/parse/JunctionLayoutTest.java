package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import skolem.frontend.syntax.Expr;

/// What begins, continues and ends a bulleted list (*Specifying Systems*, section 15.2.1).
class JunctionLayoutTest {

  @Test
  void aCaseMayBeTheConditionOfAnother() {
    assertThat(Parsed.body("op == /\\ CASE CASE a -> b [] OTHER -> c -> d\n      /\\ e").messages())
        .isEmpty();
  }

  /// Lists as `and(...)` and `or(...)`; operators with parentheses around them.
  private static String shape(String text) {
    return shape(Parsed.expression(text));
  }

  private static String shape(Expr expr) {
    return switch (expr) {
      case Expr.Junction list ->
          (list.conjunction() ? "and(" : "or(")
              + String.join(", ", list.items().stream().map(JunctionLayoutTest::shape).toList())
              + ")";
      case Expr.Infix e ->
          "[" + shape(e.left()) + " " + e.operator().symbol() + " " + shape(e.right()) + "]";
      case Expr.Prefix e -> e.operator().symbol() + shape(e.operand());
      case Expr.Parenthesized e -> "<" + shape(e.inner()) + ">";
      case Expr.FunctionApplication e ->
          shape(e.function())
              + "@"
              + e.arguments().stream().map(JunctionLayoutTest::shape).toList();
      case Expr.If e ->
          "if(%s, %s, %s)"
              .formatted(shape(e.condition()), shape(e.thenBranch()), shape(e.elseBranch()));
      case Expr.Quantified e -> "all(" + shape(e.body()) + ")";
      case Expr.Case e -> "case" + e.arms().stream().map(arm -> shape(arm.value())).toList();
      case Expr.Let e -> "let(" + shape(e.body()) + ")";
      case Expr.Reference e ->
          e.path().getFirst() instanceof Expr.Step.Named name ? name.name().name() : "?";
      default -> expr.span().text();
    };
  }

  @Test
  void alignedBulletsMakeOneList() {
    assertThat(shape("\n  /\\ a\n  /\\ b\n  /\\ c")).isEqualTo("and(a, b, c)");
    assertThat(shape("\\/ a\n      \\/ b")).isEqualTo("or(a, b)");
  }

  @Test
  void listsNest() {
    assertThat(shape("\n /\\ \\/ a\n    \\/ /\\ b\n       /\\ c\n /\\ d"))
        .isEqualTo("and(or(a, and(b, c)), d)");
  }

  @Test
  void aBulletToTheRightIsAnOperatorOfTheItem() {
    assertThat(shape("\n/\\ a\n /\\ b")).isEqualTo("and([a /\\ b])");
  }

  @Test
  void aBulletToTheLeftEndsTheListAndIsAnOperator() {
    assertThat(shape("\n  /\\ a\n /\\ b")).isEqualTo("[and(a) /\\ b]");
  }

  @Test
  void theOtherBulletInTheColumnEndsTheList() {
    assertThat(shape("\n  /\\ a\n  /\\ b\n  \\/ c")).isEqualTo("[and(a, b) \\/ c]");
  }

  @Test
  void anOperatorInTheColumnEndsTheList() {
    assertThat(shape("\n  /\\ a\n  => b")).isEqualTo("[and(a) => b]");
    assertThat(shape("\n  /\\ a\n   => b")).isEqualTo("and([a => b])");
  }

  @Test
  void anOperatorLeftOfTwoListsEndsBoth() {
    assertThat(shape("\n  /\\ a\n  /\\ \\/ b\n     \\/ c\n => d"))
        .isEqualTo("[and(a, or(b, c)) => d]");
  }

  @Test
  void closingBracketsEndTheListsInside() {
    assertThat(shape("(\n  /\\ a\n   )\n  /\\ b")).isEqualTo("[<and(a)> /\\ b]");
    assertThat(shape("\n  /\\ f[\n      \\/ a\n      \\/ b,\n      /\\ c]\n  /\\ d"))
        .isEqualTo("and(f@[or(a, b), and(c)], d)");
  }

  @Test
  void wordsEndTheListsBeforeThem() {
    assertThat(
            shape(
                "\n /\\ IF \\/ a\n       \\/ b\n    THEN /\\ c\n    ELSE /\\ d\n         /\\ e\n /\\ g"))
        .isEqualTo("and(if(or(a, b), and(c), and(d, e)), g)");
    assertThat(shape("\n /\\ LET x == /\\ a\n             /\\ b\n    IN c\n /\\ d"))
        .isEqualTo("and(let(c), d)");
  }

  @Test
  void theMarksOfACaseEndTheListsInItsArms() {
    assertThat(shape("CASE /\\ a -> /\\ b\n  [] /\\ c -> \\/ d\n             \\/ e"))
        .isEqualTo("case[and(b), or(d, e)]");
    assertThat(shape("\n /\\ CASE a -> b\n    [] c -> d\n /\\ e")).isEqualTo("and(case[b, d], e)");
  }

  @Test
  void aCommaBetweenBoundNamesEndsNoList() {
    assertThat(shape("\n /\\ \\A x, y \\in S, z \\in T : a\n /\\ b")).isEqualTo("and(all(a), b)");
  }

  @Test
  void bulletsAsArgumentsAreNoLists() {
    Expr.Reference call = (Expr.Reference) Parsed.expression("f(/\\, a, \\/)");
    List<Expr> arguments = ((Expr.Step.Named) call.path().getFirst()).arguments();
    assertThat(arguments).extracting(JunctionLayoutTest::shape).containsExactly("/\\", "a", "\\/");
  }

  @Test
  void tabsStopEveryEightColumns() {
    assertThat(shape("\n\t/\\ a\n        /\\ b")).isEqualTo("and(a, b)");
    assertThat(shape("\n  \t/\\ a\n\t/\\ b")).isEqualTo("and(a, b)");
  }

  @Test
  void aCharacterBeyondTheBasicPlaneIsOneColumn() {
    // The comment has one such character before the first bullet: 8 columns, 9 UTF-16 units.
    assertThat(shape("\n(* \uD835\uDD38 *) /\\ a\n        /\\ b")).isEqualTo("and(a, b)");
  }

  @Test
  void unicodeBulletsContinueLists() {
    assertThat(shape("\n  ∧ a\n  /\\ b\n  ∧ ∨ c")).isEqualTo("and(a, b, or(c))");
  }

  @Test
  void theNextUnitEndsAList() {
    assertThat(Parsed.units("a ==\n /\\ x\n    b == y\nc ==\n  \\/ x\n      ASSUME y")).hasSize(4);
  }

  @Test
  void whatIsLeftOfAListWhileABracketIsOpenIsAFault() {
    assertThat(Parsed.body("op ==\n    /\\ f(a,\n  b)\n    /\\ c").messages())
        .containsExactly(
            "4:3 `b` is not right of the `/\\` of its list,"
                + " though the `(` before it is not finished");
  }
}
