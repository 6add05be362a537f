package skolem.solver.bmc;

import java.time.Duration;

/// What a search has taken so far, and what it will take, should each depth that is left be like
/// the last one.
///
/// To prepare what makes questions easier takes time as well: in the order of {@value #FRAMES}
/// times what it takes to encode a frame. So long it is put off, as one who does not know for how
/// long he will ski rents until the rent has come to the price (Karlin, Manasse, Rudolph, Sleator,
/// Competitive snoopy caching, 1988).
///
/// @param solving of the search's questions, until it came to this depth
/// @param encoding of all frames until then
/// @param lastSolving of the last depth
/// @param lastEncoding of the last depth
/// @param left how many depths there are after this one
record Forecast(
    Duration solving,
    Duration encoding,
    Duration lastSolving,
    Duration lastEncoding,
    int left) {
  private static final int FRAMES = 10;

  static Forecast before(int depths) {
    return new Forecast(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, depths);
  }

  /// What is expected a depth later, after so much time.
  Forecast next(Duration solvingNow, Duration encodingNow) {
    return new Forecast(
        solvingNow,
        encodingNow,
        solvingNow.minus(solving),
        encodingNow.minus(encoding),
        left - 1);
  }

  boolean isLast() {
    return left == 0;
  }

  /// Whether to prepare before anything is asked at this depth.
  ///
  /// @param least what a search may take in any case
  boolean exceeds(Duration least) {
    return lastSolving.multipliedBy(left + 1L).compareTo(price(least)) >= 0;
  }

  /// How long to wait for an answer before preparing. At the greatest depth that is of use for
  /// nothing but the question itself, which may take as long as all before.
  ///
  /// @param least what a question may take in any case
  Duration wait(Duration least) {
    return isLast() ? longer(solving, price(least)) : price(least);
  }

  private Duration price(Duration least) {
    return longer(least, lastEncoding.multipliedBy(FRAMES));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
