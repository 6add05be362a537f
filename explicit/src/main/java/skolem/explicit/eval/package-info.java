/// The meaning of the kernel language, concretely: an expression in a state gives a value, an
/// action in a state gives successors.
///
/// Start with [skolem.explicit.eval.Evaluator], then [skolem.explicit.eval.ActionEnumerator].
/// Imports `kernel`, `value`, `verdict` and `source`.
@NullMarked
package skolem.explicit.eval;

import org.jspecify.annotations.NullMarked;
