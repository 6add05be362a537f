/// Tests of the parts of a SAT session.
@NullMarked
package skolem.solver.sat;

import org.jspecify.annotations.NullMarked;
