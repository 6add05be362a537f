@NullMarked
package skolem.frontend.pluscal;

import org.jspecify.annotations.NullMarked;
