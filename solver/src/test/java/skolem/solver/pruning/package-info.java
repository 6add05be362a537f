/// Tests of pruning's parts.
@NullMarked
package skolem.solver.pruning;

import org.jspecify.annotations.NullMarked;
