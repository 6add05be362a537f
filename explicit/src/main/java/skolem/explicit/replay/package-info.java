/// The independent witness: does this trace obey this model, and is the fault at its end there?
///
/// Takes a [skolem.frontend.model.Model], a [skolem.frontend.verdict.Trace] and a
/// [skolem.frontend.verdict.Fault], gives a [skolem.explicit.replay.ReplayReport]. Imports
/// `explicit.eval`, `explicit.search`, `kernel`, `model`, `value`, `verdict` and `source`.
@NullMarked
package skolem.explicit.replay;

import org.jspecify.annotations.NullMarked;
