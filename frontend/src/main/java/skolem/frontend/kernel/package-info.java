/// The kernel language that every engine reads: a small sealed set of expression cases.
///
/// Comes out of `lower`. Names are resolved, instances expanded, sugar gone. Imports `source` and
/// `value`.
@NullMarked
package skolem.frontend.kernel;

import org.jspecify.annotations.NullMarked;
