package skolem.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The command line is read in any order, and refused where it is wrong.
class BenchmarkOptionsTest {
  @Test
  void readsOptions() {
    BenchmarkOptions options =
        BenchmarkOptions.read(
            List.of("--timeout", "30", "--runs", "2", "--out", "results", "--only", "paxos"));

    assertThat(options.runs()).isEqualTo(2);
    assertThat(options.limit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.out()).contains(Path.of("results"));
    assertThat(options.only()).isEqualTo("paxos");
    assertThat(options.suite()).isEmpty();
  }

  @Test
  void theCommandToRepeatLeavesOutTheFolder() {
    assertThat(BenchmarkOptions.read(List.of("--out", "x", "--only", "RM=3")).command())
        .isEqualTo("benchmarks/run --runs 5 --timeout 120 --only 'RM=3'");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> BenchmarkOptions.read(List.of("--fast", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown option --fast");
    assertThatThrownBy(() -> BenchmarkOptions.read(List.of("--runs", "0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BenchmarkOptions.read(List.of("--runs")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
