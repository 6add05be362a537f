/// Frames `s0 … sk` of a transition system, and the formulas that hold them together.
///
/// No next-state variables are made: each frame is the functional merge of the branches that lead
/// to it. Imports `transition`, `eval`, `symbolic`, `formula` and the model.
@NullMarked
package skolem.encoder.unroll;

import org.jspecify.annotations.NullMarked;
