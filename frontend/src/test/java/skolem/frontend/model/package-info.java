/// Tests of the way from files to models.
@NullMarked
package skolem.frontend.model;

import org.jspecify.annotations.NullMarked;
