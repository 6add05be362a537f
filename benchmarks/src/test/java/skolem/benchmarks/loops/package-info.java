/// The inner loops of encoding, measured with JMH: `benchmarks/loops`.
@NullMarked
package skolem.benchmarks.loops;

import org.jspecify.annotations.NullMarked;
