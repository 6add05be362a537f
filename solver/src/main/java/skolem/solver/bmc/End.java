package skolem.solver.bmc;

import org.jspecify.annotations.Nullable;

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

  /// A step from a safe state leads to a safe state.
  ///
  /// @param lemmas how many lemmas that rests on
  /// @param steps in behaviours of how many steps that is so; null for any number
  record Inductive(int lemmas, @Nullable Integer steps) implements End {}

  record GaveUp(String reason) implements End {}
}
