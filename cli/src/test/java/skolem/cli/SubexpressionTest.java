package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Names of parts of definitions mean what the second version of the language says; the values are
/// counted by hand. (Lamport, *TLA+ Version 2: A Preliminary Guide*, naming subexpressions.)
class SubexpressionTest {
  private static final String DEFINITIONS =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLE v
      F(x) == lab :: \\A y \\in {1} : l2(y) :: x + y > 0
      P == LET q == 5 IN q + 1
      R == IF TRUE THEN 10 ELSE 20
      T == CASE 1 = 1 -> 3 [] 2 = 3 -> 7 [] OTHER -> 4
      f[z \\in {1, 2}] == z * 10
      g[n \\in 0..3] == IF n = 0 THEN 1 ELSE n * g[n - 1]
      L(a) == a = {b \\in {1, 2} : b > a}
      Q(a) == LET sq(x) == x * x
                  k == a + 1
              IN  sq(k) + a
      W(a) == {k + a : k \\in {5}}
      Init == v = 0
      Next == UNCHANGED v
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F(1)!lab /\\ F(1)!lab!l2(3) /\\ ~F(-5)!lab!l2(3) /\\ F(2)!lab!(5) /\\ F(3)!:",
        "P!1 = 6 /\\ P!1!1 = 5 /\\ P!:!q = 5",
        "R!1 /\\ R!2 = 10 /\\ R!3 = 20",
        "T!1!1 /\\ T!1!2 = 3 /\\ ~T!2!1 /\\ T!2!>> = 7 /\\ T!3!2 = 4",
        "f!1 = {1, 2} /\\ f!(5) = 50 /\\ f!(5)!1 = 5",
        "g!(2) = 2 /\\ g!(2)!3 = 2 /\\ g!1 = 0..3",
        "L(5)!2 = {} /\\ L(5)!>>!1 = {1, 2} /\\ L(5)!>>!(7) /\\ ~L(5)!>>!(2) /\\ L(9)!<< = 9",
        "Q(2)!:!sq(7) = 49 /\\ Q(2)!:!k = 3 /\\ Q(2)!1!1 = 9 /\\ Q(4)!1!1!1 = 5",
        "W(1)!(3) = 4 /\\ W(1)!1 = {5}",
      })
  void haveTheirValues(String assumption) {
    for (String command : new String[] {"explore", "check"}) {
      assertThat(run(command, assumption).status()).as(command).isEqualTo(0);
      assertThat(run(command, "~(" + assumption + ")").status()).as(command).isEqualTo(10);
    }
  }

  private CommandRun run(String command, String assumption) {
    String text = DEFINITIONS + "ASSUME " + assumption + "\n====\n";
    return CommandRun.of(
        command, new SpecificationFolder(folder).writeModule(text, "INIT Init\nNEXT Next\n"));
  }
}
