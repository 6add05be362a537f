package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// A temporal property that cannot be checked is said to be unchecked, and makes a run undecided
/// unless that is wanted; it hides no violation.
class UncheckedPropertyTest {
  @TempDir Path folder;

  private static final String BODY =
      """
      Next == x' = 1 - x
      Small == x < 2
      Zero == x = 0
      Live == <>(x = 5)
      """;

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void isListed(String command) {
    CommandRun run = CommandRun.of(command, write("INVARIANT Small\nPROPERTY Live"));
    assertThat(run.out())
        .contains("Verdict: no violation found; not everything was checked\n")
        .containsPattern("  Live +not checked: ");
    assertThat(run.status()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void doesNotMatterWhenItIsSkipped(String command) {
    CommandRun run =
        CommandRun.of(command, write("INVARIANT Small\nPROPERTY Live"), "--skip-properties");
    assertThat(run.out()).containsPattern("  Live +not checked: ");
    assertThat(run.status()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void hidesNoViolation(String command) {
    CommandRun run = CommandRun.of(command, write("INVARIANT Zero\nPROPERTY Live"));
    assertThat(run.out()).contains("Verdict: violation after 1 step: invariant Zero is false\n");
    assertThat(run.status()).isEqualTo(12);
  }

  private String write(String config) {
    return new SpecificationFolder(folder).write(BODY, config);
  }
}
