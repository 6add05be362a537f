/// Frames without what no behaviour reaches: simulation and the solver say which of the constants
/// and branches that the encoding has room for can occur.
@NullMarked
package skolem.solver.pruning;

import org.jspecify.annotations.NullMarked;
