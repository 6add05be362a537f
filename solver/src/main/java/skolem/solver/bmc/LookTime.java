package skolem.solver.bmc;

import java.time.Duration;

/// How long a look at a step from any state may take.
///
/// Where the form of the states goes on growing, a look comes to nothing: so the first one takes no
/// longer than the search that it is to help, but for the shortest searches, and another one after
/// it a part of that.
final class LookTime {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration ENOUGH = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofSeconds(20);

  /// So many times as long as the search may a look take, while that is enough at the most.
  private static final int TIMES = 10;

  /// What part of the search may another look take.
  private static final int PART = 4;

  private LookTime() {}

  /// @param elapsed since the search began
  /// @param again whether a look came to nothing before
  static Duration of(Duration elapsed, boolean again) {
    Duration least = clamped(elapsed.multipliedBy(TIMES), LEAST, ENOUGH);
    return clamped(again ? elapsed.dividedBy(PART) : elapsed, least, MOST);
  }

  /// Once more at the end of a search: for a better answer only, as no question is left to be
  /// asked.
  ///
  /// @param elapsed since the search began
  static Duration atBound(Duration elapsed) {
    return clamped(elapsed.dividedBy(PART), LEAST, MOST);
  }

  /// With a search for lemmas, which is worth more.
  ///
  /// @param elapsed since the search began
  /// @param again whether they were looked for before
  static Duration forLemmas(Duration elapsed, boolean again) {
    Duration share = again ? elapsed.dividedBy(2) : elapsed.multipliedBy(2);
    return clamped(share, ENOUGH, MOST);
  }

  private static Duration clamped(Duration time, Duration least, Duration most) {
    Duration atLeast = longer(time, least);
    return atLeast.compareTo(most) > 0 ? most : atLeast;
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
