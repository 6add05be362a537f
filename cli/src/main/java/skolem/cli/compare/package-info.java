/// The engines, and TLC, on the same question. May import `measure`.
@NullMarked
package skolem.cli.compare;

import org.jspecify.annotations.NullMarked;
