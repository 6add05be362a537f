package skolem.encoder.formula;

import java.util.List;

/// A formula: a node of the graph, or the negation of one. Made by [Formulas] only, which returns
/// the same object for the same formula, so that identity is equality.
///
/// A formula and its negation share node and id; a node's children have smaller ids, so that a
/// traversal is a loop over ids.
public final class Formula implements Part {

  /// What a positive formula is.
  public sealed interface Node {}

  /// TRUE; FALSE is its negation.
  public record True() implements Node {}

  /// A free Boolean variable.
  public record Variable(String name) implements Node {}

  /// @param conjuncts at least two, ascending by [#key], none the negation of another
  public record And(List<Formula> conjuncts) implements Node {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      if (!(other instanceof And(var others)) || conjuncts.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < conjuncts.size(); i++) {
        if (conjuncts.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (int i = 0; i < conjuncts.size(); i++) {
        hash = 31 * hash + conjuncts.get(i).key();
      }
      return hash;
    }
  }

  /// `left <= right`.
  public record LessEqual(IntTerm left, IntTerm right) implements Node {}

  /// `left = right`.
  public record Equal(IntTerm left, IntTerm right) implements Node {}

  /// Some values of these variables, which occur nowhere outside, make `body` true.
  ///
  /// @param variables at least one, each a variable that `body` mentions
  public record Exists(List<Formula> variables, Formula body) implements Node {}

  private final int id;
  private final Node node;
  private final boolean negated;
  private final boolean choiceFree;
  private final long signatures;
  private final Formula negation;

  Formula(int id, Node node) {
    this.id = id;
    this.node = node;
    this.negated = false;
    this.choiceFree = isChoiceFree(node);
    this.signatures = signatures(node);
    this.negation = new Formula(this);
  }

  private Formula(Formula positive) {
    this.id = positive.id;
    this.node = positive.node;
    this.negated = true;
    this.choiceFree = positive.choiceFree;
    this.signatures = positive.signatures;
    this.negation = positive;
  }

  private static boolean isChoiceFree(Node node) {
    return switch (node) {
      case True(), Variable _ -> true;
      case And(var conjuncts) -> areChoiceFree(conjuncts);
      case LessEqual(var left, var right) -> left.isChoiceFree() && right.isChoiceFree();
      case Equal(var left, var right) -> left.isChoiceFree() && right.isChoiceFree();
      case Exists _ -> false;
    };
  }

  private static boolean areChoiceFree(List<Formula> conjuncts) {
    for (Formula conjunct : conjuncts) {
      if (!conjunct.choiceFree) {
        return false;
      }
    }
    return true;
  }

  private static long signatures(Node node) {
    long all = 0;
    if (node instanceof And(var conjuncts)) {
      for (Formula conjunct : conjuncts) {
        all |= conjunct.signature();
      }
    }
    return all;
  }

  public int id() {
    return id;
  }

  public Node node() {
    return node;
  }

  public boolean negated() {
    return negated;
  }

  public Formula not() {
    return negation;
  }

  /// This formula without its negation sign.
  public Formula positive() {
    return negated ? negation : this;
  }

  public boolean isTrue() {
    return id == 0 && !negated;
  }

  public boolean isFalse() {
    return id == 0 && negated;
  }

  public boolean isConstant() {
    return id == 0;
  }

  /// A number that orders formulas: by id, a formula before its negation.
  public int key() {
    return 2 * id + (negated ? 1 : 0);
  }

  /// One bit, the same for a formula and its negation.
  long signature() {
    return 1L << id;
  }

  /// The signatures of the conjuncts of the node: a formula whose signature is not among them is
  /// none of these, and neither is its negation (Bloom, Space/time trade-offs in hash coding with
  /// allowable errors, 1970).
  long signatures() {
    return signatures;
  }

  @Override
  public int hashCode() {
    return key();
  }

  /// Whether no [Exists] occurs in it, so that a [Valuation] computes it directly.
  public boolean isChoiceFree() {
    return choiceFree;
  }

  @Override
  public String toString() {
    return FormulaPrinter.print(this);
  }
}
