/// Formulas and integer terms as hash-consed graphs, simplified while they are built.
///
/// What every symbolic stage produces and every solver session consumes. Imports nothing of ours.
@NullMarked
package skolem.encoder.formula;

import org.jspecify.annotations.NullMarked;
