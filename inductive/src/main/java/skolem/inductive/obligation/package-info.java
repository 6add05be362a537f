/// What must be proved of an inductive invariant, conjunct by conjunct.
///
/// Imports the front end's kernel and model.
@NullMarked
package skolem.inductive.obligation;

import org.jspecify.annotations.NullMarked;
