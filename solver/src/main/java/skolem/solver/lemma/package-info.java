/// Lemmas for the bounded checker: facts about all states within a number of steps, found by
/// simulation and proved by induction, so that the search over behaviours has less to look at, or
/// nothing any more.
///
/// Takes a model, gives clauses over [skolem.encoder.abstraction.Fact]s. Imports `session`,
/// `engine`, and the encoder's `unroll`, `abstraction` and `formula`.
@NullMarked
package skolem.solver.lemma;

import org.jspecify.annotations.NullMarked;
