package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// `A \cdot B` and actions that are values of functions, in a next-state relation and in an action
/// property, and ENABLED in an invariant.
class ActionCompositionTest {
  /// `Twice` goes from 0 to 2 and from 1 to 3, `Back` from 2 to 1 and from 3 to 2, and that is all.
  private static final String BODY =
      """
      Inc == x < 3 /\\ x' = x + 1
      Dec == x > 1 /\\ x' = x - 2
      Twice == Inc \\cdot Inc
      Back == Dec \\cdot Inc
      ways == [k \\in 1..2 |-> IF k = 1 THEN Twice ELSE Back]
      Next == \\E k \\in 1..2 : ways[k]
      ByTwo == [][Twice]_x
      ByParts == [][Twice \\/ Back]_x
      Able == ENABLED Twice <=> x < 2
      AbleEither == ENABLED (Twice \\/ Back)
      AbleBack == ENABLED Back
      NotTwo == x # 2
      NotOne == x # 1
      """;

  @TempDir private Path folder;

  /// The only behaviour is 0, 2, 1, 3, 2, …: x is 0 in state 0, 2 in state 1 and 1 in state 2.
  @ParameterizedTest
  @CsvSource({
    "INVARIANT Able, 0, -1",
    "INVARIANT AbleEither, 0, -1",
    "INVARIANT AbleBack, 12, 0",
    "INVARIANT NotTwo, 12, 1",
    "INVARIANT NotOne, 12, 2",
    "PROPERTY ByParts, 0, -1",
    "PROPERTY ByTwo, 13, 2"
  })
  void isCheckedAsItIsExplored(String property, int status, int depth) {
    String spec = new SpecificationFolder(folder).write(BODY, property);
    CommandRun check = CommandRun.of("check", spec, "--length", "4");
    assertThat(check.status()).as(check.out() + check.err()).isEqualTo(status);
    if (depth >= 0) {
      assertThat(check.depthOfViolation()).hasValue(depth);
    }
    assertThat(CommandRun.of("explore", spec).status()).isEqualTo(status);
  }
}
