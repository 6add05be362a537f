package skolem.frontend.syntax;

import skolem.frontend.source.Span;

/// A declared constant or an operator parameter: `x`, `F(_, _)`, `_ + _`.
///
/// @param name the identifier or the canonical operator symbol
/// @param arity 0 for a plain value
public record Parameter(Identifier name, int arity, Fixity fixity, Span span) {}
