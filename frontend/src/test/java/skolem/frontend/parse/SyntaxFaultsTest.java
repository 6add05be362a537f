package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.syntax.Unit;

/// Faults are told once, where they are, in words of the language.
class SyntaxFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '"',
      value = {
        "op == (1 + 2        § 3:1 expected `)`, found the end of the module",
        "op == 1 +           § 3:1 expected an expression, found the end of the module",
        "op == 1 2           § 2:9 expected an operator, a definition or `====`, found `2`",
        "op == IF a THEN b   § 3:1 expected `ELSE`, found the end of the module",
        "op == LET a == 1 a  § 2:18 expected `IN`, found `a`",
        "op == {x : y}       § 2:12 `y` needs a set: `\\in` is missing",
        "op == [x EXCEPT]    § 2:16 expected `!`, found `]`",
        "op == [x \\in S]    § 2:7 this `[` begins nothing: `|->`, `->`, `:`, `EXCEPT` or `]_` is missing after it",
        "op == [f EXCEPT ![1]= 2, 3] § 2:26 expected `!`, found `3`",
        "op == \\A x \\in S P § 2:18 expected `:`, found `P`",
        "op == x == 1        § 2:7 expected an expression or `INSTANCE`, found the definition that begins with `x`",
        "op == 'a'           § 2:7 expected an expression or `INSTANCE`, found `'`",
        "op == a ? b         § 2:9 expected an operator, a definition or `====`, found `?`, which is no character of TLA+",
        "op == \\A <<>> \\in S : x § 2:12 expected a name, found `>>`",
        "op == \\A x \\in S, y : x § 2:19 `y` needs a set: `\\in` is missing",
        "op == \\A <<x, y>> : x § 2:10 a tuple of names needs a set: `\\in` is missing",
        "op == \\EE x \\in S : x § 2:11 a temporal quantifier has names only, without sets",
        "op == LAMBDA x : x  § 2:7 a LAMBDA can only be the argument of an operator",
        "op == f(1)(2)       § 2:11 expected an operator, a definition or `====`, found `(`",
        "op == A!B!l(x) :: x § 2:7 a label is a name, or a name with names as parameters",
        "op == WF_v          § 2:7 the subscript must be followed by one action in parentheses",
        "f[x] == 1           § 2:3 `x` needs a set: `\\in` is missing",
        "I[x \\in S] == INSTANCE M § 2:1 an instance is named `I` or `I(x)`, nothing else",
        "op == LET LOCAL a == 1 IN a § 2:11 LOCAL cannot stand inside a LET",
        "LOCAL VARIABLE x    § 2:7 expected `INSTANCE` or a definition, found `VARIABLE`",
        "VARIABLE x,         § 3:1 expected a name, found the end of the module",
        "VARIABLE IF         § 2:10 expected a name, found `IF`",
        "op == CASE OTHER -> 1 § 2:12 a CASE needs an arm before OTHER",
        "THEOREM x BY        § 3:1 expected an expression, `DEF` or `MODULE`, found the end of the module",
        "THEOREM []ASSUME x PROVE y § 2:9 []ASSUME goes with []PROVE, ASSUME with PROVE",
        "THEOREM x <1> y     § 2:11 the proof has no QED after this step",
        "THEOREM x <1> HAVE y OBVIOUS <1> QED § 2:11 a step of this kind takes no proof",
      })
  void oneFault(String line, String expected) {
    assertThat(Parsed.body(line).messages()).containsExactly(expected);
  }

  @Test
  void aStringMustBeClosedOnItsLine() {
    assertThat(Parsed.body("op == \"a\nb\"").messages().getFirst())
        .isEqualTo(
            "2:7 expected an expression or `INSTANCE`, found a string that is not closed on its"
                + " line");
  }

  @Test
  void aCommentMustBeClosed() {
    assertThat(Parsed.body("a == 1 (* (* *)").messages())
        .containsExactly("2:8 this comment is not closed by `*)`");
  }

  @Test
  void aModuleMustBeginAndEnd() {
    assertThat(Parsed.file("").messages())
        .containsExactly("1:1 no module begins here: `---- MODULE` is missing");
    assertThat(Parsed.file("---- MODULE M ----\na == 1\n").messages())
        .containsExactly("3:1 module `M` is not ended by `====`");
    assertThat(Parsed.file("---- MODULE M = ----\nEXTENDS N\na == 1\n====").messages())
        .containsExactly("1:15 expected `----`, found `=`");
    assertThat(Parsed.body("a == 1\nEXTENDS M\nb == 2").messages())
        .containsExactly(
            "3:1 expected EXTENDS only after the first line of the module, found `EXTENDS`");
  }

  @Test
  void aFaultPointsBackAtWhatIsOpen() {
    Diagnostic fault = Parsed.body("op == (a\nb == 1").diagnostics().getFirst();
    assertThat(fault.message())
        .isEqualTo("expected `)`, found the definition that begins with `b`");
    Diagnostic.Note note = fault.notes().getLast();
    assertThat(note.message()).isEqualTo("`(` is waiting for it here");
    assertThat(note.span().column()).isEqualTo(7);
  }

  @Test
  void aNameAtTheBeginningOfAUnitIsProbablyMisspeltOrAnEquation() {
    Diagnostic misspelt = Parsed.body("VARIABEL x").diagnostics().getFirst();
    assertThat(misspelt.notes().getFirst().message()).isEqualTo("did you mean `VARIABLE`?");
    Diagnostic equation = Parsed.body("a == 1\nb = 2").diagnostics().getFirst();
    assertThat(equation.notes().getFirst().message())
        .isEqualTo("`=` compares; a definition has `==`");
    assertThat(equation.notes().getFirst().span().line()).isEqualTo(3);
  }

  @Test
  void aDefinitionInsideAnExpressionIsProbablyAnEquation() {
    Diagnostic fault = Parsed.body("op == /\\ a = 1\n      /\\ b == 2").diagnostics().getFirst();
    assertThat(fault.message())
        .isEqualTo("expected an expression, found the definition that begins with `b`");
    Diagnostic.Note note = fault.notes().getFirst();
    assertThat(note.message()).isEqualTo("`==` begins a definition; equality is `=`");
    assertThat(note.span().line()).isEqualTo(3);
    assertThat(note.span().column()).isEqualTo(12);
  }

  @Test
  void whatEndsAListTooEarlyIsNamed() {
    assertThat(Parsed.body("op ==\n    /\\ a =>\n  b").messages())
        .containsExactly(
            "4:3 expected an expression before the end of the list: `b` is not right of the"
                + " bullets");
    assertThat(Parsed.body("op == (/\\ a => )").messages())
        .containsExactly("2:16 expected an expression, found `)`");
  }

  @Test
  void everyFaultyUnitIsToldAndTheOthersRemain() {
    Parsed parsed = Parsed.body("a == 1 +\nb == 2\nc == {\nd == 4\nTHEOREM )\ne == 5");
    assertThat(parsed.messages()).hasSize(3);
    assertThat(parsed.modules().getFirst().units())
        .extracting(unit -> ((Unit.OperatorDefinition) unit).name().name())
        .containsExactly("b", "d", "e");
  }

  @Test
  void faultsComeInTheOrderOfTheText() {
    Parsed parsed = Parsed.body("a == \\A x \\in S, y : 1\nb == 1 2\nc ==\n   /\\ (x\n y)\nd == )");
    List<Integer> lines =
        parsed.diagnostics().stream().map(diagnostic -> diagnostic.span().line()).toList();
    assertThat(lines).containsExactly(2, 3, 6, 7);
  }
}
