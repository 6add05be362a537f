/// The bounded checker: is there a bad state within k steps?
///
/// Takes a model, gives a verdict for each property with its evidence. Imports `session`, `engine`,
/// and the encoder's `unroll`, `decode` and `formula`.
@NullMarked
package skolem.solver.bmc;

import org.jspecify.annotations.NullMarked;
