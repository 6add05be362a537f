/// Traces from files: the Informal Trace Format, as this and other tools write it.
@NullMarked
package skolem.cli.trace;

import org.jspecify.annotations.NullMarked;
