/// Tests of what a question to a solver may cost.
@NullMarked
package skolem.solver.session;

import org.jspecify.annotations.NullMarked;
