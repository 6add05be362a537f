/// Tests of symbolic values: what they may be, and what can be compared.
@NullMarked
package skolem.encoder.symbolic;

import org.jspecify.annotations.NullMarked;
