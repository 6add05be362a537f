/// From syntax trees to resolved modules: every name to what it names.
///
/// Loads what a module extends and instantiates, builds the scope of each module, and records for
/// each use of a name its [skolem.frontend.resolve.Target]. Imports `source` and `syntax`; is
/// handed a function that parses.
@NullMarked
package skolem.frontend.resolve;

import org.jspecify.annotations.NullMarked;
