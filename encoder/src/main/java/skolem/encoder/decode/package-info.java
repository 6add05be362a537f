/// From an assignment of the formulas' variables back to concrete states and traces.
///
/// Imports `unroll`, `transition`, `symbolic`, `formula` and the front end's verdicts.
@NullMarked
package skolem.encoder.decode;

import org.jspecify.annotations.NullMarked;
