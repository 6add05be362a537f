/// Tests of traces from files.
@NullMarked
package skolem.cli.trace;

import org.jspecify.annotations.NullMarked;
