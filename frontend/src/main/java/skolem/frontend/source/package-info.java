/// Source text, places in it, and what can be said about them.
///
/// Everything else speaks of places through [Span] and of faults through [Diagnostic]. Imports
/// nothing of ours.
@NullMarked
package skolem.frontend.source;

import org.jspecify.annotations.NullMarked;
