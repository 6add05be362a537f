/// Plots as SVG. Imports nothing of ours.
@NullMarked
package skolem.cli.plot;

import org.jspecify.annotations.NullMarked;
