package skolem.encoder.formula;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An integer term of the graph, with an interval that holds all its values. Made by [Formulas]
/// only; identity is equality.
public final class IntTerm implements Part {

  /// What a term is.
  public sealed interface Node {}

  public record Constant(BigInteger value) implements Node {}

  public record Variable(String name) implements Node {}

  public record Sum(IntTerm left, IntTerm right) implements Node {}

  public record Product(IntTerm left, IntTerm right) implements Node {}

  /// Rounded down; the divisor is not 0 wherever the value matters.
  public record Quotient(IntTerm dividend, IntTerm divisor) implements Node {}

  /// `dividend - divisor * Quotient`; the divisor is positive wherever the value matters.
  public record Remainder(IntTerm dividend, IntTerm divisor) implements Node {}

  public record Choice(Formula condition, IntTerm then, IntTerm otherwise) implements Node {}

  private final int id;
  private final Node node;
  private final Interval interval;
  private final boolean choiceFree;

  IntTerm(int id, Node node, Interval interval) {
    this.id = id;
    this.node = node;
    this.interval = interval;
    this.choiceFree = isChoiceFree(node);
  }

  private static boolean isChoiceFree(Node node) {
    return switch (node) {
      case Constant _, Variable _ -> true;
      case Sum(var left, var right) -> left.choiceFree && right.choiceFree;
      case Product(var left, var right) -> left.choiceFree && right.choiceFree;
      case Quotient(var left, var right) -> left.choiceFree && right.choiceFree;
      case Remainder(var left, var right) -> left.choiceFree && right.choiceFree;
      case Choice(var condition, var then, var otherwise) ->
          condition.isChoiceFree() && then.choiceFree && otherwise.choiceFree;
    };
  }

  public int id() {
    return id;
  }

  public Node node() {
    return node;
  }

  public Interval interval() {
    return interval;
  }

  /// Whether no [Formula.Exists] occurs in it.
  boolean isChoiceFree() {
    return choiceFree;
  }

  /// The value of a constant, else null.
  public @Nullable BigInteger constant() {
    return node instanceof Constant(var value) ? value : null;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return switch (node) {
      case Constant(var value) -> value.toString();
      case Variable(var name) -> name;
      case Sum _, Product _, Quotient _, Remainder _, Choice _ -> "t" + id;
    };
  }
}
