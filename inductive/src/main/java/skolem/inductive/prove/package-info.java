/// Discharges obligations: initiation, consecution, implication; finds counterexamples to
/// induction.
///
/// Imports `obligation`, `matrix`, the encoder's unrolling and the solver's sessions.
@NullMarked
package skolem.inductive.prove;

import org.jspecify.annotations.NullMarked;
