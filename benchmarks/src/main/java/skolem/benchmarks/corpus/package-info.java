/// What to run: the rows of a suite and their model configurations. Imports no other package of
/// ours.
@NullMarked
package skolem.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
