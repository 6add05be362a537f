package skolem.cli.report;

import java.time.Duration;

/// Where the time of a run went.
///
/// @param startUp from the start of the process to the first line of ours
/// @param frontEnd reading, resolving, lowering
public record RunTimes(Duration startUp, Duration frontEnd, Duration encoding, Duration solving) {

  /// The system property with the time at which the launcher began, in milliseconds of the epoch.
  private static final String STARTED = "skolem.started";

  /// With what has passed since the launcher began and is none of the others as start-up.
  public static RunTimes of(Duration frontEnd, Duration encoding, Duration solving) {
    long started = Long.getLong(STARTED, System.currentTimeMillis());
    Duration passed = Duration.ofMillis(System.currentTimeMillis() - started);
    Duration rest = passed.minus(frontEnd).minus(encoding).minus(solving);
    return new RunTimes(rest.isNegative() ? Duration.ZERO : rest, frontEnd, encoding, solving);
  }

  Duration total() {
    return startUp.plus(frontEnd).plus(encoding).plus(solving);
  }

  static String seconds(Duration duration) {
    return String.format(java.util.Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }
}
