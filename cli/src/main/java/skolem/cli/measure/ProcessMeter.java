package skolem.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs a command as a process and measures it from outside.
///
/// On Linux the CPU time is the growth of this process's time of waited-for children
/// (`/proc/self/stat`), so it is exact and also known of a process that was stopped; one process
/// runs at a time. Memory is the process's own high-water mark, read while it runs. Elsewhere both
/// are unknown.
public final class ProcessMeter {
  private static final long POLL_MILLISECONDS = 20;
  private static final long GRACE_SECONDS = 10;

  /// The kernel reports times in this unit on all architectures (`USER_HZ`, proc(5)).
  private static final double TICKS_PER_SECOND = 100;

  /// The places of `cutime` and `cstime`, counted from the field after the name of the command.
  private static final int CHILD_USER = 13;

  private static final int CHILD_SYSTEM = 14;

  private ProcessMeter() {}

  /// Runs the command to its end, or to the time limit.
  public static ProcessUse run(List<String> command, Path folder, Duration limit)
      throws IOException, InterruptedException {
    return run(command, folder, ProcessLimits.wall(limit));
  }

  /// Runs the command to its end, or to one of the limits.
  public static ProcessUse run(List<String> command, Path folder, ProcessLimits limits)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("skolem-run", ".out");
    try {
      OptionalLong before = childTicks();
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      OptionalDouble peak = OptionalDouble.empty();
      boolean stopped = false;
      while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        OptionalDouble seen = highWater(process.pid());
        peak = seen.isPresent() ? seen : peak;
        if (!stopped && isOver(limits, process, System.nanoTime() - start)) {
          stopped = true;
          stop(process);
        }
      }
      double wall = (System.nanoTime() - start) / 1e9;
      return new ProcessUse(
          stopped ? OptionalInt.empty() : OptionalInt.of(process.exitValue()),
          wall,
          seconds(before, childTicks()),
          peak,
          Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isOver(ProcessLimits limits, Process process, long nanoseconds) {
    return limits.wall().compareTo(Duration.ofNanos(nanoseconds)) < 0
        || process
            .info()
            .totalCpuDuration()
            .filter(used -> limits.cpu().compareTo(used) < 0)
            .isPresent();
  }

  /// Asks a process to end, so that it can say what it has finished, and kills it if it does not.
  private static void stop(Process process) throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.waitFor();
    }
  }

  private static OptionalDouble seconds(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of((after.getAsLong() - before.getAsLong()) / TICKS_PER_SECOND)
        : OptionalDouble.empty();
  }

  private static OptionalLong childTicks() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    return Files.isReadable(stat)
        ? OptionalLong.of(childTicks(Files.readString(stat)))
        : OptionalLong.empty();
  }

  /// The ticks of waited-for children in the text of `/proc/PID/stat`. The name of the command, in
  /// parentheses, may itself contain blanks and parentheses.
  static long childTicks(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return Long.parseLong(fields.get(CHILD_USER)) + Long.parseLong(fields.get(CHILD_SYSTEM));
  }

  /// The high-water mark of resident memory; empty where it is not known or the process has ended.
  private static OptionalDouble highWater(long pid) {
    try {
      return highWater(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
    } catch (IOException _) {
      return OptionalDouble.empty();
    }
  }

  /// The high-water mark in the lines of `/proc/PID/status`, in MiB.
  static OptionalDouble highWater(List<String> status) {
    for (String line : status) {
      if (line.startsWith("VmHWM:")) {
        String kibibytes = line.substring("VmHWM:".length()).replace("kB", "").trim();
        return OptionalDouble.of(Long.parseLong(kibibytes) / 1024.0);
      }
    }
    return OptionalDouble.empty();
  }
}
