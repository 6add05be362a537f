package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.ModulePrinter;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Unit;

/// From text to trees, construct by construct.
class ModuleParserTest {

  private static String shape(String text) throws ReflectiveOperationException {
    return TreeShape.of(Parsed.expression(text));
  }

  @Test
  void oneTokenOfLookaheadDecidesEverywhere() throws IOException {
    try (InputStream code = TlaParser.class.getResourceAsStream("TlaParser.class")) {
      assertThat(code).isNotNull();
      String constants = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(constants).contains("exitRule").doesNotContain("adaptivePredict");
    }
  }

  // ── Files and modules ───────────────────────────────────────────────────────────────────────

  @Test
  void textAroundModulesIsIgnored() {
    Parsed parsed =
        Parsed.file(
            """
            It's text, with (* and " and ---- MODUL.
            -------- MODULE A ----
            EXTENDS Naturals, Sequences
            ====
            --- MODULE not this
            ----MODULE B ----
            ---- MODULE C ----
            x == 1
            =======
            =====
            More's here: ---- MODULE, ---- MODULE D, and (* that.
            """);
    assertThat(parsed.messages()).isEmpty();
    assertThat(parsed.modules()).extracting(m -> m.name().name()).containsExactly("A", "B");
    ModuleTree first = parsed.modules().getFirst();
    assertThat(first.extended())
        .extracting(Object::toString)
        .containsExactly("Naturals", "Sequences");
    Unit.Submodule inner = (Unit.Submodule) parsed.modules().getLast().units().getFirst();
    assertThat(inner.module().name().name()).isEqualTo("C");
    assertThat(inner.module().units()).hasSize(1);
  }

  @Test
  void commentsNestAndStringsHoldNone() {
    assertThat(Parsed.units("a == 1 (* x (* y *) \\* *) + 2 \\* (* \nb == \"(*\" \\o \"*)\""))
        .hasSize(2);
  }

  @Test
  void spansCoverWhatIsWritten() {
    Unit.OperatorDefinition unit =
        (Unit.OperatorDefinition) Parsed.units("LOCAL f(x) ==\n  /\\ x\n  /\\ (a + b)'").getFirst();
    assertThat(unit.span().text()).isEqualTo("LOCAL f(x) ==\n  /\\ x\n  /\\ (a + b)'");
    assertThat(unit.body().span().text()).isEqualTo("/\\ x\n  /\\ (a + b)'");
    Expr.Postfix primed = (Expr.Postfix) ((Expr.Junction) unit.body()).items().getLast();
    assertThat(primed.span().text()).isEqualTo("(a + b)'");
    assertThat(primed.operator().span().text()).isEqualTo("'");
    Expr.Infix sum = (Expr.Infix) ((Expr.Parenthesized) primed.operand()).inner();
    assertThat(sum.span().text()).isEqualTo("a + b");
  }

  // ── Words ───────────────────────────────────────────────────────────────────────────────────

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12        | NumberLiteral(12)",
        ".5        | NumberLiteral(.5)",
        "1.25      | NumberLiteral(1.25)",
        "\\b101    | NumberLiteral(\\b101)",
        "\\HfF     | NumberLiteral(\\HfF)",
        "TRUE      | BooleanLiteral(true)",
        "ℕ         | Reference([Named(Identifier(Nat), [])])",
        "2PC       | Reference([Named(Identifier(2PC), [])])",
        "@         | At()",
        "\"\\\\ \\\" \\*\" | StringLiteral(\\ \" \\*)",
        "1..2      | Infix(Symbol([], ..), NumberLiteral(1), NumberLiteral(2))",
        "S\\T      | Infix(Symbol([], \\), Reference([Named(Identifier(S), [])]), Reference([Named(Identifier(T), [])]))",
        "1\\in2    | Infix(Symbol([], \\in), NumberLiteral(1), NumberLiteral(2))",
        "1 =< 2    | Infix(Symbol([], <=), NumberLiteral(1), NumberLiteral(2))",
        "1 ≔ 2     | Infix(Symbol([], :=), NumberLiteral(1), NumberLiteral(2))",
        "1 \\leq-2 | Infix(Symbol([], <=), NumberLiteral(1), Prefix(Symbol([], -.), NumberLiteral(2)))",
        "1^+       | Postfix(Symbol([], ^+), NumberLiteral(1))",
        "~~1       | Prefix(Symbol([], ~), Prefix(Symbol([], ~), NumberLiteral(1)))",
      })
  void words(String text, String expected) throws ReflectiveOperationException {
    assertThat(shape(text)).isEqualTo(expected);
  }

  @Test
  void fieldsMayBeCalledAsReservedWords() throws ReflectiveOperationException {
    assertThat(shape("1.THEN")).isEqualTo("FieldAccess(NumberLiteral(1), Identifier(THEN))");
    assertThat(shape("[IF |-> 1]")).contains("Identifier(IF)");
  }

  // ── Expressions ─────────────────────────────────────────────────────────────────────────────

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        // What a brace or bracket begins is told by what is inside.
        "{} § SetEnumeration",
        "{x \\in S} § SetEnumeration",
        "{x \\in S, y} § SetEnumeration",
        "{x \\in S : x} § SetFilter",
        "{<<x, y>> \\in S : x} § SetFilter",
        "{x : x \\in S} § SetMap",
        "{f(x) : x \\in S, y \\in T} § SetMap",
        "{\\A x : x} § SetEnumeration",
        "[x \\in S |-> x] § FunctionConstructor",
        "[S -> T] § FunctionSet",
        "[CASE a -> b -> T] § FunctionSet",
        "[a |-> 1, b |-> 2] § RecordConstructor",
        "[a : S, b : T] § RecordSet",
        "[f EXCEPT ![1, 2].a[3] = @] § Except",
        "[A]_v § ActionBox",
        "[x \\in S]_<<x>> § ActionBox",
        "<<A>>_v § ActionAngle",
        "<<>> § Tuple",
        "<<<<1>>>> § Tuple",
        "⟨A⟩_v § ActionAngle",
        "WF_v(A) § Fairness",
        "SF_<<x, y>>(A) § Fairness",
        "WF_(v)(A) § Fairness",
        "f[1] § FunctionApplication",
        "CHOOSE <<x, y>> \\in S : x § Choose",
      })
  void kinds(String text, String expected) {
    assertThat(Parsed.expression(text).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void fairnessTakesTheLastArgumentsOfItsSubscript() throws ReflectiveOperationException {
    assertThat(shape("WF_I(1)!v(A)"))
        .isEqualTo(
            "Fairness(false,"
                + " Reference([Named(Identifier(I), [NumberLiteral(1)]), Named(Identifier(v), [])]),"
                + " Reference([Named(Identifier(A), [])]))");
  }

  @Test
  void pathsHaveAllKindsOfSteps() throws ReflectiveOperationException {
    assertThat(shape("F(1)!I!2!(3)!<<!>>!:!@"))
        .isEqualTo(
            "Reference([Named(Identifier(F), [NumberLiteral(1)]), Named(Identifier(I), []),"
                + " Index(2), Applied([NumberLiteral(3)]), Side(true), Side(false), Whole(),"
                + " Function()])");
    assertThat(shape("A!!!(1)!-(2)!'"))
        .isEqualTo(
            "Reference([Named(Identifier(A), []), Named(Identifier(!!), [NumberLiteral(1)]),"
                + " Named(Identifier(-), [NumberLiteral(2)]), Named(Identifier('), [])])");
  }

  @Test
  void argumentsMayBeOperators() throws ReflectiveOperationException {
    assertThat(shape("F(+, -, -., ~, \\X, ', LAMBDA x : 1)"))
        .isEqualTo(
            "Reference([Named(Identifier(F), ["
                + "Reference([Named(Identifier(+), [])]), Reference([Named(Identifier(-), [])]),"
                + " Reference([Named(Identifier(-.), [])]), Reference([Named(Identifier(~), [])]),"
                + " Reference([Named(Identifier(\\X), [])]), Reference([Named(Identifier('), [])]),"
                + " Lambda([Identifier(x)], NumberLiteral(1))])])");
  }

  @Test
  void boundsShareTheirSets() throws ReflectiveOperationException {
    assertThat(shape("\\E x, y \\in 1, <<z>> \\in 2 : 3"))
        .isEqualTo(
            "Quantified(EXISTS, [Bound([Pattern([Identifier(x)], false),"
                + " Pattern([Identifier(y)], false)], NumberLiteral(1)),"
                + " Bound([Pattern([Identifier(z)], true)], NumberLiteral(2))],"
                + " NumberLiteral(3))");
    assertThat(shape("\\AA x, y : 3"))
        .isEqualTo(
            "Quantified(TEMPORAL_FORALL, [Bound([Pattern([Identifier(x)], false),"
                + " Pattern([Identifier(y)], false)], none)], NumberLiteral(3))");
  }

  // ── Units ───────────────────────────────────────────────────────────────────────────────────

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CONSTANTS a, F(_, _), _+_, -._, _ ^+ | CONSTANT a, F(_, _), _ + _, -. _, _ ^+",
        "VARIABLES x, y                       | VARIABLE x, y",
        "RECURSIVE f(_), g                    | RECURSIVE f(_), g",
        "F(x, G(_), _\\prec_) == 1            | F(x, G(_), _ \\prec _) == 1",
        "x \\oplus y == 1                     | x (+) y == 1",
        "-. x == 1                            | -. x == 1",
        "x' == 1                              | x ' == 1",
        "LOCAL f[x \\in S, <<y, z>> \\in T] == 1 | LOCAL f[x \\in S, <<y, z>> \\in T] == 1",
        "LOCAL INSTANCE M                     | LOCAL INSTANCE M",
        "I(x) ≜ INSTANCE M WITH a ← 1, + ← F  | I(x) == INSTANCE M WITH a <- 1, + <- F",
        "AXIOM a == 1                         | ASSUME a == 1",
        "ASSUMPTION 1                         | ASSUME 1",
        "LEMMA a == ASSUME NEW x \\in S, VARIABLE y, l :: ASSUME 1 PROVE 2 PROVE 3 OBVIOUS | THEOREM a == ASSUME NEW CONSTANT x \\in S, NEW VARIABLE y, l :: ASSUME 1 PROVE 2 PROVE 3 OBVIOUS",
        "USE a, MODULE M DEFS b, +            | USE a, MODULE M DEF b, +",
        "THEOREM []ASSUME a []PROVE b         | THEOREM []ASSUME a []PROVE b",
        "USE ONLY a DEF b                     | USE ONLY a DEF b",
        "HIDE DEF -., *                       | HIDE DEF -., *",
      })
  void units(String text, String expected) {
    String printed = ModulePrinter.print(Parsed.body(text).modules().getFirst());
    List<String> lines = printed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    assertThat(String.join(" ", lines.subList(1, lines.size() - 1))).isEqualTo(expected);
  }

  @Test
  void aMemberTestIsNoPattern() {
    assertThat(Parsed.expression("{1 \\in S : x \\in T}")).isInstanceOf(Expr.SetMap.class);
    assertThat(Parsed.expression("{<<1 \\in S>> : x \\in T}")).isInstanceOf(Expr.SetMap.class);
    assertThat(Parsed.expression("{<<x, y>> \\in S : x}")).isInstanceOf(Expr.SetFilter.class);
  }

  @Test
  void whereADefinitionEndsIsSeenFromTheNext() {
    assertThat(Parsed.units("a == b - c\nd - e == 1\nf == {- g}\n~ h == i\nj' == k")).hasSize(5);
    assertThat(Parsed.units("INSTANCE M WITH F <- -\nx == 1")).hasSize(2);
    assertThat(Parsed.units("f[x \\in LET S == {} IN S] == x\ng == f")).hasSize(2);
  }

  @Test
  void stepsNestByTheirLevels() {
    String proof =
        """
        THEOREM x
        <1>a. A => B
          <2>1 SUFFICES C BY <1>a, <2>1 DEF F
          <2>  QED
            <+> TAKE y \\in S
            <*> QED PROOF OBVIOUS
        <1> DEFINE G == 1  H == 2
        <1>b...CASE p
        <1> QED
        """;
    Unit.Theorem theorem = (Unit.Theorem) Parsed.units(proof).getFirst();
    assertThat(outline(theorem.proof()))
        .isEqualTo("<1>a(<2>1(By) <2>(<+> <*>(Terminal))) <1> <1>b <1>");
  }

  private static String outline(@Nullable Proof proof) {
    return switch (proof) {
      case null -> "";
      case Proof.Steps steps ->
          String.join(
              " ",
              steps.steps().stream()
                  .map(step ->
                      step.proof() == null
                          ? step.label()
                          : step.label() + "(" + outline(step.proof()) + ")")
                  .toList());
      default -> proof.getClass().getSimpleName();
    };
  }
}
