package skolem.inductive.encode;

import skolem.encoder.formula.Formula;

/// Something that should be possible within the invariant.
///
/// @param otherwise what to say where it is not possible
/// @param essential whether a proof then says nothing; else it says less than it seems to
public record Possibility(Formula formula, String otherwise, boolean essential) {}
