package skolem.frontend.pluscal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where algorithms are not PlusCal, and what is said.
class AlgorithmFaultsTest {
  private static final String HEAD = "--algorithm A\nvariables x = 0, y = 0;\n";

  /// The body begins in line 5; `|` ends a line.
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          begin a: x := 1|x := 2; end algorithm             # 6:3 expected `;` but found `:=`
          begin a: x := (1; end algorithm                   # 5:15 `(` is not closed
          begin a: x := (1]; end algorithm                  # 5:17 `(` is closed by `]`
          begin a: x := "1; end algorithm                   # 5:15 this string is not closed on its line
          begin a: x := 1 print x; end algorithm            # 5:17 a `;` is missing before `print`
          begin a: x := 1; end process                      # 5:22 expected `algorithm` but found `process`
          begin a: x := 1;                                  # 6:1 expected a statement but found the end of the algorithm's comment
          begin a: if x = 0|skip; end if; end algorithm     # 6:1 expected `then` but found `skip`
          begin a: either skip; end either; end algorithm   # 5:10 `either` has no `or`
          begin a: x := 1;|while y = 0 do y := 1 end while end algorithm # 6:1 a label is missing before this statement
          begin a: x := 1;|x := 2; end algorithm            # 6:1 a label is missing before this statement
          begin a: goto a;|x := 2; end algorithm            # 6:1 a label is missing before this statement
          begin a: x := 1;|with v = 1 do x := v; end with end algorithm # 6:1 a label is missing before this statement
          begin a: if x = 0 then b: skip; end if;|skip; end algorithm # 6:1 a label is missing before this statement
          begin a: with v = 1 do|b: x := v; end with end algorithm # 6:1 a label inside a `with` statement
          begin a: with v = 1 do x := v;|x := v; end with end algorithm # 6:1 a second assignment to a variable inside a `with` statement
          begin a: with v = 1 do|while TRUE do skip end while end with end algorithm # 6:1 a `while` inside a `with` statement
          begin a: skip;|Done: skip; end algorithm          # 6:1 `Done` cannot be a label
          begin a: skip;|a: skip; end algorithm             # 6:4 label `a` is declared twice
          begin a: goto b; end algorithm                    # 5:10 there is no label `b` to go to
          begin a: call P(1); end algorithm                 # 5:10 procedure `P` is not defined
          begin a: return; end algorithm                    # 5:10 a `return` that is not in a procedure
          begin a: M(1); end algorithm                      # 5:10 macro `M` is not defined
          begin a: z := 1; end algorithm                    # 5:10 assignment to undeclared variable `z`
          macro M(p) begin l: skip; end macro begin a: skip; end algorithm # 5:18 a label may not appear in a macro
          process P = 1 variable x = 1; begin a: skip; end process end algorithm # 5:24 process variable `x` is declared twice
          """)
  void theFirstFault(String body, String message) {
    Translated translated = Translated.algorithm(HEAD + body.replace('|', '\n'));
    assertThat(translated.translation()).isNull();
    assertThat(translated.messages()).first().isEqualTo(message);
  }
}
