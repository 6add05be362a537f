/// The state graph of a model, and the breadth-first walk through it.
///
/// Takes a [skolem.frontend.model.Model], gives an [skolem.explicit.search.Exploration]. Imports
/// `explicit.eval`, `kernel`, `model`, `value`, `verdict` and `source`.
@NullMarked
package skolem.explicit.search;

import org.jspecify.annotations.NullMarked;
