/// Obligations as formulas: the state that a step begins in, the states that it leads to, and what
/// may be wrong there.
///
/// Imports `obligation` and the encoder's unrolling; knows no solver.
@NullMarked
package skolem.inductive.encode;

import org.jspecify.annotations.NullMarked;
