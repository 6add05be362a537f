package skolem.inductive.matrix;

import skolem.inductive.obligation.Lemma;

/// A conjunct that is to be shown.
///
/// @param column as that of a [Cell]
public record Obligation(String column, Lemma lemma) {}
