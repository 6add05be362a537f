/// Sessions with SAT solvers: formulas become bits, bits become clauses, clauses go to an engine.
///
/// Takes formulas and gives answers by [skolem.solver.session]; imports that package,
/// [skolem.solver.library], [skolem.encoder.formula] and [skolem.frontend.source]. The only user of
/// CaDiCaL's C interface.
@NullMarked
package skolem.solver.sat;

import org.jspecify.annotations.NullMarked;
