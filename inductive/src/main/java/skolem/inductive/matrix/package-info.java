/// What was proved and what was not: a verdict for each conjunct and action.
///
/// Imports `obligation` and the front end's models and verdicts.
@NullMarked
package skolem.inductive.matrix;

import org.jspecify.annotations.NullMarked;
