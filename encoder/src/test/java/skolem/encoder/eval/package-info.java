/// Tests of the symbolic evaluation of expressions.
@NullMarked
package skolem.encoder.eval;

import org.jspecify.annotations.NullMarked;
