package skolem.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes are run to their end or to the limit, and what the kernel says of them is read
/// rightly.
class ProcessMeterTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder = Path.of("");

  @Test
  void givesStatusAndOutput() throws Exception {
    ProcessUse use = ProcessMeter.run(List.of("sh", "-c", "echo done; exit 12"), folder, LONG);

    assertThat(use.exit()).hasValue(12);
    assertThat(use.output()).isEqualTo("done\n");
  }

  @Test
  void stopsAtTheLimit() throws Exception {
    ProcessUse use = ProcessMeter.run(List.of("sleep", "30"), folder, Duration.ofMillis(200));

    assertThat(use.exit()).isEmpty();
    assertThat(use.wallSeconds()).isBetween(0.2, 20.0);
  }

  /// The shell counts for ever; sleeping takes no CPU time.
  @Test
  void stopsAtTheLimitOfCpuTime() throws Exception {
    ProcessLimits limits = new ProcessLimits(LONG, Duration.ofMillis(300));
    ProcessUse working =
        ProcessMeter.run(List.of("sh", "-c", "while :; do :; done"), folder, limits);
    ProcessUse waiting = ProcessMeter.run(List.of("sleep", "0.5"), folder, limits);

    assertThat(working.exit()).isEmpty();
    assertThat(working.cpuSeconds().orElse(1)).isBetween(0.3, 20.0);
    assertThat(waiting.exit()).hasValue(0);
  }

  /// Waiting takes no CPU time; counting to 300 000 in a shell takes more than a tick of 10 ms.
  @Test
  void tellsWorkFromWaiting() throws Exception {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "there is no /proc");

    ProcessUse waiting = ProcessMeter.run(List.of("sleep", "0.3"), folder, LONG);
    ProcessUse working =
        ProcessMeter.run(
            List.of("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done"),
            folder,
            LONG);

    assertThat(waiting.wallSeconds()).isGreaterThanOrEqualTo(0.3);
    assertThat(waiting.cpuSeconds().orElseThrow()).isLessThan(0.1);
    assertThat(working.cpuSeconds().orElseThrow()).isGreaterThan(0.02);
  }

  /// The fields of proc(5): 42 is utime (14), 43 stime (15), 44 cutime (16), 45 cstime (17).
  @Test
  void readsTheTimesOfChildren() {
    String stat = "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 42 43 44 45 20 0 1 0 99";

    assertThat(ProcessMeter.childTicks(stat)).isEqualTo(44 + 45);
  }

  @Test
  void readsTheHighWaterMark() {
    assertThat(ProcessMeter.highWater(List.of("VmPeak:\t 9 kB", "VmHWM:\t  2048 kB")))
        .hasValue(2.0);
    assertThat(ProcessMeter.highWater(List.of("Name:\tsh"))).isEmpty();
  }
}
