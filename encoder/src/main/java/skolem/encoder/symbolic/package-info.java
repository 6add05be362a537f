/// Symbolic values: concrete constants guarded by formulas, and what can be done with them.
///
/// The representation of a set is a map from concrete elements to guards, of a function a map from
/// concrete arguments to guarded results, of a scalar a choice among constants. Imports `formula`
/// and the front end's values.
@NullMarked
package skolem.encoder.symbolic;

import org.jspecify.annotations.NullMarked;
