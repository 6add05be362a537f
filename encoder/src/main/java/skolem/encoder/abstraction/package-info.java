/// What states have in common, whatever the behaviour: their form, and the facts that tell two
/// states of one form apart.
///
/// A form is an over-approximation of the states after some number of steps, as in abstract
/// interpretation: which constants may occur at each place, not which occur together. Imports
/// `symbolic` and `formula`.
@NullMarked
package skolem.encoder.abstraction;

import org.jspecify.annotations.NullMarked;
