package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// `check` says of public specifications what TLC says, and finds violations at the same depth.
class CorpusTest {
  /// Where TLC visited states at greater depths, or did not end, so many steps are checked.
  private static final int LONGEST = 15;

  private static final Map<String, Integer> STATUS =
      Map.of("success", 0, "timeout", 0, "safety failure", 12, "deadlock failure", 11);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2PCwithBTM",
        "AlternatingBit",
        "AsynchInterface",
        "Channel",
        "DieHard",
        "DieHarder",
        "EWD840",
        "Paxos-MCPaxos",
        "Paxos-MCVoting",
        "Prisoners",
        "SimpleAllocator",
        "TCommit",
        "TCommit-deadlock",
        "TwoPhase",
        "TwoPhase-RM12",
        "bcastByz"
      })
  void agreesWithTlc(String name) throws IOException {
    Map<String, String> row = row(name);
    Path specification = Places.CORPUS.resolve(name);
    String libraries =
        Places.CORPUS.resolve("lib/community")
            + File.pathSeparator
            + Places.CORPUS.resolve("lib/tlaps");
    CommandRun run =
        CommandRun.of(
            "check",
            specification.resolve(row.get("module") + ".tla").toString(),
            "--config",
            specification.resolve(cell(row, "cfg")).toString(),
            "--path",
            libraries,
            "--length",
            Integer.toString(length(row)),
            "--skip-properties");

    assertThat(run.status())
        .as(run.out() + run.err())
        .isEqualTo(STATUS.get(cell(row, "tlc_result")));
    if (cell(row, "trace_len").isEmpty()) {
      assertThat(run.out()).contains("Verdict: no violation found");
    } else {
      assertThat(run.depthOfViolation()).hasValue(Integer.parseInt(cell(row, "trace_len")) - 1);
    }
  }

  /// One step more than TLC needs to see everything; it counts states, not steps.
  private static int length(Map<String, String> row) {
    String trace = cell(row, "trace_len");
    String states = trace.isEmpty() ? cell(row, "depth") : trace;
    return states.isEmpty() ? LONGEST : Math.min(Integer.parseInt(states), LONGEST);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static Map<String, String> row(String name) throws IOException {
    Path index = Places.CORPUS.resolve("index.tsv");
    assumeTrue(Files.exists(index), "the corpus is not here");
    List<String> lines = Files.readAllLines(index);
    List<String> heads = List.of(lines.getFirst().split("\t", -1));
    for (String line : lines) {
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.getFirst().equals(name)) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
          row.put(heads.get(i), cells.get(i));
        }
        return row;
      }
    }
    throw new IllegalStateException("the index has no row " + name);
  }
}
