package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
  private static final int PRIME = 15;

  /// What waits for its last operand.
  private sealed interface Pending {}

  private record Unary(Expr.Symbol symbol, Operator operator) implements Pending {}

  private record Binary(Expr.Symbol symbol, Operator operator) implements Pending {}

  private record Open(UnaryOperator<Expr> complete, boolean label) implements Pending {}

  private static final class Case implements Pending {
    final Span start;
    final List<Expr.Arm> arms = new ArrayList<>();
    Guard guard;

    Case(Span start, Guard guard) {
      this.start = start;
      this.guard = guard;
    }
  }

  /// What stands between `CASE` or `[]` and `->`.
  sealed interface Guard {
    Span span();

    record Condition(Expr expr, Span span) implements Guard {}

    record Other(Span span) implements Guard {}
  }

  private final Diagnostics diagnostics;
  private final List<Expr> operands = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();

  OperatorPrecedence(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  // ── The sequence ────────────────────────────────────────────────────────────────────────────

  void operand(Expr operand) {
    operands.add(operand);
  }

  void prefix(Expr.Symbol symbol) {
    Operator operator = Operators.prefix(symbol.symbol());
    if (operator == null) {
      throw new IllegalArgumentException(symbol.symbol());
    }
    if (symbol.symbol().equals("-.")
        && !pending.isEmpty()
        && pending.getLast() instanceof Binary(Expr.Symbol before, Operator left)
        && left.low() > operator.high()) {
      conflict(before, symbol);
    }
    push(new Unary(symbol, operator), symbol.span());
  }

  /// A construct that makes one expression of all that follows.
  void open(Span start, UnaryOperator<Expr> complete) {
    push(new Open(complete, false), start);
  }

  /// A label, which may not change how the operators around it group.
  void openLabel(Span start, UnaryOperator<Expr> complete) {
    push(new Open(complete, true), start);
  }

  /// `CASE guard ->`.
  void openCase(Span start, Guard guard) {
    push(new Case(start, guard), start);
  }

  /// `[] guard ->`, which ends the arm before it.
  void nextArm(Guard guard) {
    while (!pending.isEmpty() && !(pending.getLast() instanceof Case)) {
      reduce();
    }
    if (pending.isEmpty()) {
      diagnostics.error(Code.SYNTAX, guard.span(), "there is no CASE that this `[]` belongs to");
      operands.removeLast();
      openCase(guard.span(), guard);
      return;
    }
    Case last = (Case) pending.getLast();
    endArm(last, operands.removeLast());
    last.guard = guard;
  }

  void infix(Expr.Symbol symbol) {
    Operator operator = Operators.infix(symbol.symbol());
    if (operator == null) {
      throw new IllegalArgumentException(symbol.symbol());
    }
    while (!pending.isEmpty() && takesOperandFrom(pending.getLast(), operator, symbol)) {
      reduce();
    }
    push(new Binary(symbol, operator), symbol.span());
  }

  /// A prime or `^+` and the like; the last operand is its own.
  void postfix(Expr.Symbol symbol) {
    if (!pending.isEmpty()
        && pending.getLast() instanceof Unary(Expr.Symbol before, Operator operator)
        && operator.high() >= PRIME) {
      conflict(before, symbol);
    }
    Expr operand = operands.removeLast();
    operands.add(new Expr.Postfix(symbol, operand, operand.span().to(symbol.span())));
  }

  /// Replaces the last operand: function application, field access.
  void extend(UnaryOperator<Expr> extension) {
    operands.add(extension.apply(operands.removeLast()));
  }

  Expr takeOperand() {
    return operands.removeLast();
  }

  /// The expression that the whole sequence makes.
  Expr finish() {
    while (!pending.isEmpty()) {
      reduce();
    }
    return operands.getLast();
  }

  // ── Grouping ────────────────────────────────────────────────────────────────────────────────

  private void push(Pending next, Span span) {
    if (pending.size() == DEEPEST) {
      throw new NestingException(span);
    }
    pending.add(next);
  }

  private boolean takesOperandFrom(Pending before, Operator next, Expr.Symbol symbol) {
    return switch (before) {
      case Open _, Case _ -> false;
      case Unary(Expr.Symbol earlier, Operator operator) ->
          compare(operator, earlier, next, symbol, false);
      case Binary(Expr.Symbol earlier, Operator operator) ->
          compare(operator, earlier, next, symbol, chains(operator, next));
    };
  }

  private static boolean chains(Operator before, Operator next) {
    return before.symbol().equals(next.symbol())
        && (next.associative() || next.symbol().equals("\\X"));
  }

  private boolean compare(
      Operator before, Expr.Symbol earlier, Operator next, Expr.Symbol later, boolean chains) {
    if (before.low() > next.high() || chains) {
      return true;
    }
    if (before.high() >= next.low()) {
      conflict(earlier, later);
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

  private void reduce() {
    Expr last = operands.removeLast();
    operands.add(
        switch (pending.removeLast()) {
          case Unary(Expr.Symbol symbol, Operator _) ->
              new Expr.Prefix(symbol, last, symbol.span().to(last.span()));
          case Binary(Expr.Symbol symbol, Operator _) -> binary(symbol, operands.removeLast(), last);
          case Open(UnaryOperator<Expr> complete, boolean label) -> {
            if (label && !pending.isEmpty()) {
              checkLabelled(last, pending.getLast());
            }
            yield complete.apply(last);
          }
          case Case construct -> finishCase(construct, last);
        });
  }

  /// Reports a labelled expression that would group otherwise with `before` without its label.
  private void checkLabelled(Expr labelled, Pending before) {
    if (labelled instanceof Expr.Infix(Expr.Symbol symbol, Expr _, Expr _, Span _)) {
      Operator operator = Operators.infix(symbol.symbol());
      Operator earlier =
          switch (before) {
            case Unary(Expr.Symbol _, Operator unary) -> unary;
            case Binary(Expr.Symbol _, Operator binary) -> binary;
            case Open _, Case _ -> null;
          };
      if (operator != null && earlier != null && earlier.high() >= operator.low()) {
        diagnostics.error(
            Code.PRECEDENCE,
            labelled.span(),
            "without its label this would group otherwise: it needs parentheses");
      }
    }
  }

  private static Expr binary(Expr.Symbol symbol, Expr left, Expr right) {
    Span span = left.span().to(right.span());
    if (!symbol.symbol().equals("\\X") || !symbol.qualifier().isEmpty()) {
      return new Expr.Infix(symbol, left, right, span);
    }
    List<Expr> factors = new ArrayList<>();
    if (left instanceof Expr.Product(List<Expr> earlier, Span _)) {
      factors.addAll(earlier);
    } else {
      factors.add(left);
    }
    factors.add(right);
    return new Expr.Product(factors, span);
  }

  private void endArm(Case construct, Expr value) {
    switch (construct.guard) {
      case Guard.Condition(Expr condition, Span span) ->
          construct.arms.add(new Expr.Arm(condition, value, span.to(value.span())));
      case Guard.Other(Span span) ->
          diagnostics.error(Code.SYNTAX, span, "OTHER must be the last arm of its CASE");
    }
  }

  private Expr finishCase(Case construct, Expr value) {
    Span span = construct.start.to(value.span());
    if (construct.guard instanceof Guard.Condition) {
      endArm(construct, value);
      return new Expr.Case(construct.arms, null, span);
    }
    if (construct.arms.isEmpty()) {
      diagnostics.error(Code.SYNTAX, construct.guard.span(), "a CASE needs an arm before OTHER");
    }
    return new Expr.Case(construct.arms, value, span);
  }
}
