/// Where the solvers' native libraries lie, and loading them.
///
/// The only place that calls the loader; imports [skolem.frontend.source] for its error.
@NullMarked
package skolem.solver.library;

import org.jspecify.annotations.NullMarked;
