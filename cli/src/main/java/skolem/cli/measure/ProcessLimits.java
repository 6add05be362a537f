package skolem.cli.measure;

import java.time.Duration;

/// What a process may take before it is stopped.
///
/// @param wall by the clock
/// @param cpu of user and system time, as far as the system tells it while the process runs
public record ProcessLimits(Duration wall, Duration cpu) {
  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  /// A limit by the clock only.
  public static ProcessLimits wall(Duration limit) {
    return new ProcessLimits(limit, ENDLESS);
  }
}
