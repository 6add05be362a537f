package skolem.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What this process has taken of the machine.
///
/// @param cpu user and system time of all its threads; null where the system does not tell
/// @param peakMemoryMiB the greatest resident memory; empty where the system does not tell, which
///   only Linux does
public record ProcessCost(@Nullable Duration cpu, OptionalLong peakMemoryMiB) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String HIGH_WATER = "VmHWM:";

  /// The cost of this process until now.
  public static ProcessCost soFar() {
    return new ProcessCost(ProcessHandle.current().info().totalCpuDuration().orElse(null), peak());
  }

  private static OptionalLong peak() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return peak(Files.readAllLines(STATUS));
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  /// The high-water mark in the lines of `/proc/PID/status`, as `VmHWM: 204800 kB`.
  static OptionalLong peak(List<String> status) {
    for (String line : status) {
      if (line.startsWith(HIGH_WATER)) {
        String kibibytes = line.substring(HIGH_WATER.length()).replace("kB", "").trim();
        return OptionalLong.of(Long.parseLong(kibibytes) / 1024);
      }
    }
    return OptionalLong.empty();
  }
}
