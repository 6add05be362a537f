/// The symbolic engine against the concrete one: random specifications and expressions, the
/// operators family by family, and public specifications with TLC's verdicts.
@NullMarked
package skolem.cli.differential;

import org.jspecify.annotations.NullMarked;
