/// Tests of unrolled behaviours.
@NullMarked
package skolem.encoder.unroll;

import org.jspecify.annotations.NullMarked;
