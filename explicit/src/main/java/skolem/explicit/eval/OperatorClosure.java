package skolem.explicit.eval;

import skolem.frontend.kernel.OperatorRef;

/// An operator that was passed as an operand, and the environment of the place that passed it.
///
/// @param operator not a [OperatorRef.Parameter]: those are resolved when they are passed on
record OperatorClosure(OperatorRef operator, Environment environment) {}
