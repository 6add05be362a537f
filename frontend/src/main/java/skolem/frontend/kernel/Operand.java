package skolem.frontend.kernel;

/// What an operator is applied to: a value, or another operator.
public sealed interface Operand {
  record ValueOperand(Expr expr) implements Operand {}

  record OperatorOperand(OperatorRef operator) implements Operand {}
}
