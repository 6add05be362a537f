/// The syntax tree of TLA+: sealed records, faithful to the text, every node with its span.
///
/// Comes out of `parse`, goes into `resolve`. Names are not resolved here and operators keep the
/// spelling class of the source. Imports `source` only.
@NullMarked
package skolem.frontend.syntax;

import org.jspecify.annotations.NullMarked;
