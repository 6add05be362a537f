/// Tests of the bounded checker's parts.
@NullMarked
package skolem.solver.bmc;

import org.jspecify.annotations.NullMarked;
