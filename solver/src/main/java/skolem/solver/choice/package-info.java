/// Formulas with existential choices as formulas without.
///
/// What a solver without quantifiers needs first; imports only [skolem.encoder.formula].
@NullMarked
package skolem.solver.choice;

import org.jspecify.annotations.NullMarked;
