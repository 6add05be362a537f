package skolem.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import skolem.solver.session.ProcessMemory;

/// How much memory an engine may take.
///
/// @param bytes null for no limit
record MemoryLimit(@Nullable Long bytes) {
  private static final int MEGABYTE_BITS = 20;

  /// Half of the machine's memory; no limit where that is not known.
  static MemoryLimit ofMachine() {
    Long machine = ProcessMemory.ofMachine();
    return new MemoryLimit(machine == null ? null : Long.valueOf(machine / 2));
  }

  /// Reads a positive number of megabytes.
  static final class Reader implements ITypeConverter<MemoryLimit> {
    @Override
    public MemoryLimit convert(String text) {
      try {
        int megabytes = Integer.parseInt(text);
        if (megabytes > 0) {
          return new MemoryLimit((long) megabytes << MEGABYTE_BITS);
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw new TypeConversionException("`" + text + "` is not a positive number of megabytes");
    }
  }
}
