package skolem.solver.bmc;

import java.time.Duration;

/// What a search has taken so far, and what it will take, should each depth that is left be like
/// the last one. No more depths are foreseen than there have been, or {@value #FORESEEN}: a bound
/// may be so great that nobody expects to come there.
///
/// To prepare what makes questions easier has its price in time, too, and is put off until they are
/// expected to cost as much: as one rents skis until the rent has come to their price (Karlin,
/// Manasse, Rudolph, Sleator, Competitive snoopy caching, 1988).
///
/// @param solving of the search's questions, those of pruning included, until it came to this depth
/// @param encoding everything else until then, but for what was prepared
/// @param lastSolving of the last depth
/// @param lastEncoding of the last depth
/// @param done how many depths there have been
/// @param left how many there are after this one
record Forecast(
    Duration solving,
    Duration encoding,
    Duration lastSolving,
    Duration lastEncoding,
    int done,
    int left) {
  private static final int FORESEEN = 10;

  /// To look at any state takes so many times what it takes to encode a frame, give or take four.
  private static final int FRAMES = 5;

  private static final int FRAMES_OF_LEMMAS = 30;

  static Forecast before(int depths) {
    return new Forecast(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, -1, depths);
  }

  /// What is expected a depth later, after so much time.
  Forecast next(Duration solvingNow, Duration encodingNow) {
    return new Forecast(
        solvingNow,
        encodingNow,
        solvingNow.minus(solving),
        encodingNow.minus(encoding),
        done + 1,
        left - 1);
  }

  boolean isLast() {
    return left == 0;
  }

  /// Whether the questions from this depth on will take at least so long.
  boolean exceeds(Duration price) {
    int foreseen = Math.min(left + 1, Math.max(done, FORESEEN));
    return lastSolving.multipliedBy(foreseen).compareTo(price) >= 0;
  }

  /// How long to wait for an answer before that price is paid. At the greatest depth it is paid for
  /// nothing but the question itself, which may take as long as all before, or as twice the price
  /// if that is longer: what is prepared need not help.
  Duration patience(Duration price) {
    return isLast() ? LookTime.longer(solving, price.multipliedBy(2)) : price;
  }

  /// What it takes to look at a step from any state of a form.
  ///
  /// @param least in any case
  Duration priceOfAnyState(Duration least) {
    return LookTime.longer(least, lastEncoding.multipliedBy(FRAMES));
  }

  /// What it takes to find lemmas about it, besides.
  ///
  /// @param least in any case
  Duration priceOfLemmas(Duration least) {
    return LookTime.longer(least, lastEncoding.multipliedBy(FRAMES_OF_LEMMAS));
  }
}
