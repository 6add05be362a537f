/// What came out: medians, Markdown, CSV and plots; text out of measurements. May import `corpus`
/// and `run`.
@NullMarked
package skolem.benchmarks.table;

import org.jspecify.annotations.NullMarked;
