package skolem.encoder.symbolic;

import org.jspecify.annotations.Nullable;

/// How far a pick from an infinite set goes.
///
/// @param sequence the length of the longest sequence that is picked from `Seq(S)`; null where none
///   is picked
/// @param integer the greatest magnitude of an integer that is picked from `Nat` and `Int`; null
///   where the solver computes with all of them
public record PickLimits(@Nullable Integer sequence, @Nullable Integer integer) {
  public static final PickLimits NONE = new PickLimits(null, null);
}
