package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Strings where a sequence is expected: TLC 2.18 has said of each whether it is an error (75), is
/// false (12) or holds (0).
class StringsAsSequencesTest {
  @TempDir private Path folder;

  private CommandRun run(String command, String definitions) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                "---- MODULE Spec ----\nEXTENDS Integers, Sequences\nVARIABLE s\n"
                    + definitions
                    + "\n====\n",
                "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    return CommandRun.of(command, spec);
  }

  @ParameterizedTest
  @CsvSource({
    "'Head(s) = \"a\"', 12",
    "'Head(s) \\in {\"a\", \"b\"}', 0",
    "'Tail(s) \\in {\"bc\", \"\"}', 0",
    "'Append(s, \"de\") = s \\o \"de\"', 0",
    "'Append(s, \"de\") = \"abcde\"', 12",
    "'Append(s, 1) = \"abc1\"', 75",
    "'Append(<<1>>, s) = <<1, s>>', 0",
    "'Head(Tail(s)) = \"b\"', 75",
    "'Tail(Tail(s)) = \"c\"', 75",
    "'Len(s) = 3', 12",
  })
  void arguments(String invariant, int status) {
    String definitions =
        "Init == s \\in {\"abc\", \"b\"}\nNext == UNCHANGED s\nInv == " + invariant;
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = run(command, definitions);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void aStringThatIsReadToItsEnd(String command) {
    CommandRun run =
        run(
            command,
            """
            Init == s = "abc"
            Next == s # "" /\\ s' = Tail(s)
            Inv == Len(s) > 0\
            """);
    assertThat(run.status()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 3 steps");
  }
}
