/// Random well-formed modules, and their way through text and back.
@NullMarked
package skolem.frontend.random;

import org.jspecify.annotations.NullMarked;
