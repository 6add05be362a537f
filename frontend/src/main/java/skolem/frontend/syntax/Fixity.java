package skolem.frontend.syntax;

/// How an operator stands to its arguments in the text.
public enum Fixity {
  /// `F`, `F(x, y)`.
  NONFIX,
  /// `- x`; the unary minus is spelled `-.` in declarations.
  PREFIX,
  /// `x + y`.
  INFIX,
  /// `x ^+`.
  POSTFIX
}
