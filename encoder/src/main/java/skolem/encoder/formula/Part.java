package skolem.encoder.formula;

/// A node that formulas are made of.
sealed interface Part permits Formula, IntTerm {}
