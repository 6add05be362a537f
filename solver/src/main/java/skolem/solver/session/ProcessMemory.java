package skolem.solver.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The memory of this process and of the machine, as Linux tells them; elsewhere nothing is known.
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path MACHINE = Path.of("/proc/meminfo");
  private static final Path CONTAINER = Path.of("/sys/fs/cgroup/memory.max");

  private ProcessMemory() {}

  /// How many bytes are in use outside of Java's heap, by native code above all; 0 where that is
  /// not known.
  static long outsideHeap() {
    Long resident = kilobytes(STATUS, "VmRSS:");
    return resident == null ? 0 : resident * 1024 - Runtime.getRuntime().totalMemory();
  }

  /// How many bytes of memory there are for this process; null where that is not known.
  public static @Nullable Long ofMachine() {
    Long machine = kilobytes(MACHINE, "MemTotal:");
    Long container = container();
    if (machine == null || container == null) {
      return machine == null ? container : Long.valueOf(machine * 1024);
    }
    return Math.min(machine * 1024, container);
  }

  private static @Nullable Long container() {
    try {
      return Files.exists(CONTAINER) ? Long.valueOf(Files.readString(CONTAINER).strip()) : null;
    } catch (IOException | NumberFormatException _) {
      // "max" is no limit.
      return null;
    }
  }

  private static @Nullable Long kilobytes(Path file, String key) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> line.startsWith(key))
              .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(null)
          : null;
    } catch (IOException _) {
      return null;
    }
  }
}
