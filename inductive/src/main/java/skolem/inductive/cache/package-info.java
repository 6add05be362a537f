/// Verdicts of earlier runs, found again by the formulas that they are about.
///
/// Imports the encoder's formulas only.
@NullMarked
package skolem.inductive.cache;

import org.jspecify.annotations.NullMarked;
