/// Tests of name resolution.
@NullMarked
package skolem.frontend.resolve;

import org.jspecify.annotations.NullMarked;
