/// Which solver answers: one by name, or the fittest that this machine has.
///
/// Opens sessions of [skolem.solver.sat] and [skolem.solver.smt] behind [skolem.solver.session].
@NullMarked
package skolem.solver.engine;

import org.jspecify.annotations.NullMarked;
