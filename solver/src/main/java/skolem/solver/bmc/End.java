package skolem.solver.bmc;

/// Why a search ends.
sealed interface End {
  /// The greatest number of steps is reached.
  record AtBound() implements End {}

  /// No behaviour goes any further.
  record Exhausted() implements End {}

  /// The model is of assumptions only, and they hold.
  record NoBehaviour() implements End {}

  /// The counterexamples that were wanted are found.
  record Found() implements End {}

  record GaveUp(String reason) implements End {}
}
