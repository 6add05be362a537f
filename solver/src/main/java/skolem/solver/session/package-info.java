/// What a solver is: assert formulas, check under assumptions, a three-valued answer with evidence.
///
/// Takes formulas of [skolem.encoder.formula] and gives [Answer]s. Imports nothing else of ours, so
/// that every solver can implement [SolverSession] and every checker can use it.
@NullMarked
package skolem.solver.session;

import org.jspecify.annotations.NullMarked;
