/// Tests of the whole program, through its command line.
@NullMarked
package skolem.cli;

import org.jspecify.annotations.NullMarked;
