/// The meaning of the kernel over symbolic states.
///
/// [skolem.encoder.eval.SymbolicEvaluator] is one switch over the kernel in its own order, and
/// hands over to a class for each family of operators. Imports the kernel, `symbolic` and
/// `formula`.
@NullMarked
package skolem.encoder.eval;

import org.jspecify.annotations.NullMarked;
