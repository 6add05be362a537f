package skolem.frontend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;

/// The normal form, where it is not simply the text: that printing loses nothing is tested over all
/// corpora.
class ModulePrinterTest {

  private static ModuleTree parse(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<ModuleTree> modules = ModuleParser.parse(new SourceFile("M.tla", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return modules.getFirst();
  }

  private static String expression(String text) {
    ModuleTree module = parse("---- MODULE M ----\nop == " + text + "\n====");
    return ModulePrinter.print(((Unit.OperatorDefinition) module.units().getFirst()).body());
  }

  @Test
  void aModule() {
    String normal =
        """
        ---- MODULE M ----
        EXTENDS Naturals, Sequences

        CONSTANT N, F(_, _), _ + _

        VARIABLE x

        Init ==
          /\\ x = 0
          /\\ \\/ N > 0
             \\/ \\A i \\in 1 .. N :
                  /\\ i > 0
                  /\\ i < N

        LOCAL Next(d) ==
          /\\ IF x > N
               THEN /\\ x' = 0
                    /\\ TRUE
               ELSE x' = x + d
          /\\ LET y == x'
                 z == y
             IN  y > z

        Spec == Init /\\ [][\\E d \\in Nat : Next(d)]_x /\\ WF_x(Next(1))

        THEOREM Safe == ASSUME NEW CONSTANT d \\in Nat PROVE Spec => []Inv
          <1>1 CASE x = 0
            BY N > 0 DEF Init
          <1> DEFINE G == 1
                     H == 2
          <1> QED
            OBVIOUS
        ====
        """;
    assertThat(ModulePrinter.print(parse(normal))).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "a∈b ∧ c≠d        § a \\in b /\\ c # d",
        "a \\leq b \\union c § a <= b \\cup c",
        "F(+, -.)         § F( + ,  -. )",
        "F( *)            § F( * )",
        "r. 1a            § r. 1a",
        "!! !A            § !! !A",
        "- - 1            § - - 1",
        "~ ~ a            § ~~a",
        "[] [A]_v         § [][A]_v",
        "\"\\\"\\\\\\n\\*\" § \"\\\"\\\\\\n\\\\*\"",
        "CASE a->b[]OTHER->c § CASE a -> b [] OTHER -> c",
        "\\forall<<x,y>>\\in S,z\\in T:x § \\A <<x, y>> \\in S, z \\in T : x",
        "[f EXCEPT![1,2].a=@,!.b=1] § [f EXCEPT ![1, 2].a = @, !.b = 1]",
        "l(x)::LAMBDAS   § l(x) :: LAMBDAS",
      })
  void expressions(String text, String expected) {
    assertThat(expression(text)).isEqualTo(expected);
  }

  @Test
  void whatFollowsAListBeginsALine() {
    assertThat(expression("\n /\\ a\n /\\ b\n => c")).isEqualTo("/\\ a\n/\\ b\n=> c");
    // The same bullet as an operator would continue the list, so it is spelled as a word.
    assertThat(expression("\n  /\\ a\n /\\ b")).isEqualTo("/\\ a\n\\land b");
    assertThat(expression("(\n  /\\ a\n /\\ b)'")).isEqualTo("(/\\ a\n \\land b)'");
  }
}
