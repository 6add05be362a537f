/// Verdicts, traces and diagnostics as text, JSON and ITF: pure functions from results to text.
@NullMarked
package skolem.cli.report;

import org.jspecify.annotations.NullMarked;
