/// Tests of every engine against brute force.
@NullMarked
package skolem.solver.engine;

import org.jspecify.annotations.NullMarked;
