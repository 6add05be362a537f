package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Operators;
import skolem.frontend.syntax.Operators.Operator;

/// Groups a flat sequence of operands and operators by the precedence ranges of TLA+.
///
/// An operator before an operand and one after it compete for it. The one whose range lies wholly
/// above the other's takes it; two equal associative ones group to the left; all else is a
/// conflict, reported as [Code#PRECEDENCE]. Constructs without an end of their own (quantifiers,
/// IF, CASE, LET, labels) take all that follows. (Lamport, *Specifying Systems*, section 15.2.1;
/// the method is Dijkstra's shunting yard.)
final class OperatorPrecedence {
  private static final int DEEPEST = 2000;

  /// What waits for its last operand.
  private abstract static sealed class Pending permits Applied, Open, Case {
    /// The expression that this makes once its last operand is complete.
    abstract Expr complete(Expr last);
  }

  /// A prefix operator or, with its left operand, an infix one.
  private static final class Applied extends Pending {
    final Expr.Symbol symbol;
    final Operator operator;
    final @Nullable Expr left;

    Applied(Expr.Symbol symbol, Operator operator, @Nullable Expr left) {
      this.symbol = symbol;
      this.operator = operator;
      this.left = left;
    }

    @Override
    Expr complete(Expr last) {
      if (left == null) {
        return new Expr.Prefix(symbol, last, symbol.span().to(last.span()));
      }
      Span span = left.span().to(last.span());
      return symbol.symbol().equals("\\X")
          ? product(left, last, span)
          : new Expr.Infix(symbol, left, last, span);
    }

    private static Expr product(Expr left, Expr right, Span span) {
      List<Expr> factors = new ArrayList<>();
      if (left instanceof Expr.Product earlier) {
        factors.addAll(earlier.factors());
      } else {
        factors.add(left);
      }
      factors.add(right);
      return new Expr.Product(factors, span);
    }
  }

  private static final class Open extends Pending {
    final UnaryOperator<Expr> completion;
    final boolean label;

    Open(UnaryOperator<Expr> completion, boolean label) {
      this.completion = completion;
      this.label = label;
    }

    @Override
    Expr complete(Expr last) {
      return completion.apply(last);
    }
  }

  private static final class Case extends Pending {
    final Span start;
    final List<Expr.Arm> arms = new ArrayList<>();
    Guard guard;

    Case(Span start, Guard guard) {
      this.start = start;
      this.guard = guard;
    }

    @Override
    Expr complete(Expr last) {
      Span span = start.to(last.span());
      if (guard.condition() == null) {
        return new Expr.Case(arms, last, span);
      }
      endArm(last);
      return new Expr.Case(arms, null, span);
    }

    void endArm(Expr value) {
      Expr condition = guard.condition();
      if (condition != null) {
        arms.add(new Expr.Arm(condition, value, guard.span().to(value.span())));
      }
    }
  }

  /// What stands between `CASE` or `[]` and `->`.
  ///
  /// @param condition null for OTHER
  record Guard(@Nullable Expr condition, Span span) {}

  private final Diagnostics diagnostics;
  private final List<Pending> pending = new ArrayList<>();
  private @Nullable Expr operand;

  OperatorPrecedence(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  // ── The sequence ────────────────────────────────────────────────────────────────────────────

  void operand(Expr next) {
    operand = next;
  }

  void prefix(Expr.Symbol symbol) {
    Operator operator = known(Operators.prefix(symbol.symbol()), symbol);
    if (symbol.symbol().equals("-.")
        && last() instanceof Applied before
        && before.left != null
        && before.operator.low() > operator.high()) {
      conflict(before.symbol, symbol);
    }
    push(new Applied(symbol, operator, null), symbol.span());
  }

  /// A construct that makes one expression of all that follows.
  void open(Span start, UnaryOperator<Expr> completion) {
    push(new Open(completion, false), start);
  }

  /// A label, which may not change how the operators around it group.
  void openLabel(Span start, UnaryOperator<Expr> completion) {
    push(new Open(completion, true), start);
  }

  /// `CASE guard ->`.
  void openCase(Span start, Guard guard) {
    if (guard.condition() == null) {
      diagnostics.error(Code.SYNTAX, guard.span(), "a CASE needs an arm before OTHER");
    }
    push(new Case(start, guard), start);
  }

  /// `[] guard ->`, which ends the arm before it; after OTHER, it belongs to the CASE around.
  void nextArm(Guard guard) {
    while (last() != null && !(last() instanceof Case construct && isGoingOn(construct))) {
      reduce();
    }
    Expr value = takeOperand();
    if (last() instanceof Case construct) {
      if (construct.guard.condition() == null) {
        diagnostics.error(Code.SYNTAX, guard.span(), "OTHER must be the last arm of its CASE");
      }
      construct.endArm(value);
      construct.guard = guard;
    } else {
      diagnostics.error(Code.SYNTAX, guard.span(), "there is no CASE that this `[]` belongs to");
    }
  }

  private boolean isGoingOn(Case construct) {
    return construct.guard.condition() != null
        || pending.stream().noneMatch(other -> other instanceof Case && other != construct);
  }

  void infix(Expr.Symbol symbol) {
    Operator operator = known(Operators.infix(symbol.symbol()), symbol);
    while (last() instanceof Applied before && takesOperand(before, operator, symbol)) {
      reduce();
    }
    push(new Applied(symbol, operator, takeOperand()), symbol.span());
  }

  /// A prime or `^+` and the like.
  void postfix(Expr.Symbol symbol) {
    Operator operator = known(Operators.postfix(symbol.symbol()), symbol);
    if (last() instanceof Applied before && before.operator.high() >= operator.low()) {
      conflict(before.symbol, symbol);
    }
    Expr inner = takeOperand();
    operand = new Expr.Postfix(symbol, inner, inner.span().to(symbol.span()));
  }

  /// Function application and field access, which bind tighter than all operators.
  void extend(UnaryOperator<Expr> extension) {
    operand = extension.apply(takeOperand());
  }

  /// Removes the last operand from the sequence.
  Expr takeOperand() {
    Expr taken = operand;
    if (taken == null) {
      throw new IllegalStateException("an operator where an operand is due");
    }
    operand = null;
    return taken;
  }

  /// The expression that the whole sequence makes.
  Expr finish() {
    while (!pending.isEmpty()) {
      reduce();
    }
    return takeOperand();
  }

  // ── Grouping ────────────────────────────────────────────────────────────────────────────────

  private static Operator known(@Nullable Operator operator, Expr.Symbol symbol) {
    if (operator == null) {
      throw new IllegalArgumentException(symbol.symbol());
    }
    return operator;
  }

  private @Nullable Pending last() {
    return pending.isEmpty() ? null : pending.getLast();
  }

  private void push(Pending next, Span span) {
    if (pending.size() == DEEPEST) {
      throw new NestingException(span);
    }
    pending.add(next);
  }

  private void reduce() {
    Expr last = takeOperand();
    Pending construct = pending.removeLast();
    if (construct instanceof Open open && open.label) {
      checkLabelled(last);
    }
    operand = construct.complete(last);
  }

  /// Whether `before` takes the operand between itself and the operator `next`.
  private boolean takesOperand(Applied before, Operator next, Expr.Symbol symbol) {
    boolean same = before.left != null && before.symbol.symbol().equals(symbol.symbol());
    boolean chains = same && (next.associative() || next.symbol().equals("\\X"));
    if (before.operator.low() > next.high() || chains) {
      return true;
    }
    if (before.operator.high() >= next.low()) {
      conflict(before.symbol, symbol);
    }
    return false;
  }

  private void conflict(Expr.Symbol before, Expr.Symbol after) {
    String message =
        before.symbol().equals(after.symbol())
            ? "`%s` does not associate: a second one needs parentheses".formatted(after.symbol())
            : "neither of `%s` and `%s` binds tighter: parentheses must tell how they group"
                .formatted(shown(before), shown(after));
    diagnostics.error(Code.PRECEDENCE, before.span().to(after.span()), message);
  }

  private static String shown(Expr.Symbol symbol) {
    return symbol.symbol().equals("-.") ? "-" : symbol.symbol();
  }

  /// Reports a labelled expression that would group otherwise without its label.
  private void checkLabelled(Expr labelled) {
    if (last() instanceof Applied before
        && labelled instanceof Expr.Infix inner
        && before.operator.high()
            >= known(Operators.infix(inner.operator().symbol()), inner.operator()).low()) {
      diagnostics.error(
          Code.PRECEDENCE,
          labelled.span(),
          "without its label this would group otherwise: it needs parentheses");
    }
  }
}
