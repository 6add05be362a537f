/// Discharges obligations: initiation, consecution, implication; finds counterexamples to
/// induction.
///
/// Imports `obligation`, `encode`, `matrix`, `cache` and the sessions of the solver.
@NullMarked
package skolem.inductive.prove;

import org.jspecify.annotations.NullMarked;
