/// Processes and what they cost. Imports nothing of ours.
@NullMarked
package skolem.cli.measure;

import org.jspecify.annotations.NullMarked;
