/// Concrete TLA+ values, their total order, and their printing as TLA+ text.
///
/// Values are immutable and normalised: equal values have equal shape. Imports nothing of ours.
@NullMarked
package skolem.frontend.value;

import org.jspecify.annotations.NullMarked;
