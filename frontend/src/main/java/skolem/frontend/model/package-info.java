/// The model: a specification whose constants have values, with what to check of it.
///
/// Takes a resolved module and a model configuration, gives a [skolem.frontend.model.Model].
/// Imports `source`, `syntax`, `parse`, `resolve`, `lower`, `kernel`, `value` and `verdict`.
@NullMarked
package skolem.frontend.model;

import org.jspecify.annotations.NullMarked;
