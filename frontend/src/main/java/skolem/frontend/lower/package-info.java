/// From resolved syntax to the kernel: instances expanded, constants replaced, sugar removed.
///
/// Definitions are lowered on demand, so that what a model does not reach costs nothing. Imports
/// `source`, `syntax`, `resolve`, `kernel` and `value`.
@NullMarked
package skolem.frontend.lower;

import org.jspecify.annotations.NullMarked;
