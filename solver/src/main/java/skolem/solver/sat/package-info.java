/// Sessions with SAT solvers: formulas become bits, bits become clauses, clauses go to an engine.
///
/// Takes formulas and gives answers by [skolem.solver.session]; imports that package,
/// [skolem.solver.choice], [skolem.solver.library] and [skolem.encoder.formula]. The only user of
/// CaDiCaL's C interface.
@NullMarked
package skolem.solver.sat;

import org.jspecify.annotations.NullMarked;
