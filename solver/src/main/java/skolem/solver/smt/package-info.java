/// Sessions with SMT solvers, for integers without bounds and for quantifiers.
///
/// Takes formulas and gives answers by [skolem.solver.session]; imports that package,
/// [skolem.solver.choice], [skolem.solver.library], [skolem.encoder.formula] and
/// [skolem.frontend.source]. The only user of java-smt.
@NullMarked
package skolem.solver.smt;

import org.jspecify.annotations.NullMarked;
