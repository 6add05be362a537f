/// Tests of formulas: what is made of what, and what they are worth.
@NullMarked
package skolem.encoder.formula;

import org.jspecify.annotations.NullMarked;
