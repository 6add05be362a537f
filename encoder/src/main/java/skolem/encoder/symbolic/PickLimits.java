package skolem.encoder.symbolic;

import org.jspecify.annotations.Nullable;

/// How far a pick from an infinite set goes.
///
/// @param sequence the length of the longest sequence that is picked from `Seq(S)`; null where none
///   is picked
/// @param integer the greatest magnitude of an integer that is picked from `Nat` and `Int`; null
///   where the solver computes with all of them
/// @param witnesses how many elements stand for an arbitrary subset of a set that is too large to
///   be listed ([Witnesses]); null where there is to be none
public record PickLimits(
    @Nullable Integer sequence, @Nullable Integer integer, @Nullable Integer witnesses) {
  public static final PickLimits NONE = new PickLimits(null, null, null);

  /// The same limits with so many witnesses.
  public PickLimits withWitnesses(@Nullable Integer many) {
    return new PickLimits(sequence, integer, many);
  }
}
