/// What any checker answers: states, traces, verdicts per property.
///
/// Shared by both engines, so that their answers can be compared. Imports `source` and `value`.
@NullMarked
package skolem.frontend.verdict;

import org.jspecify.annotations.NullMarked;
