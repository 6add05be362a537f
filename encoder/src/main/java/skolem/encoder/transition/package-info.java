/// From an initial predicate or next-state relation to grounded branches.
///
/// A branch is one way through the disjunctions and existential quantifiers of an action: a guard,
/// a value for each variable, and the name of the action with its parameters. Imports the kernel,
/// the model, `eval`, `symbolic` and `formula`.
@NullMarked
package skolem.encoder.transition;

import org.jspecify.annotations.NullMarked;
