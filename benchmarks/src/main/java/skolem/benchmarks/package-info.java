/// The benchmark suite as a program: `Benchmarks` runs each row of a suite and writes what came
/// out. It knows the command line only as a process.
@NullMarked
package skolem.benchmarks;

import org.jspecify.annotations.NullMarked;
