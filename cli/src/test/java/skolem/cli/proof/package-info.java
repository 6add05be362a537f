/// Proofs by induction from the command line.
@NullMarked
package skolem.cli.proof;

import org.jspecify.annotations.NullMarked;
