package skolem.encoder.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Computes something for a formula from what was computed for its parts, each part once, in a
/// loop: the stack does not grow with the depth of the formula.
abstract class BottomUp {
  private static final class Visit {
    private final Part whole;
    private final List<? extends Part> parts;
    private int next;

    Visit(Part whole, List<? extends Part> parts) {
      this.whole = whole;
      this.parts = parts;
    }
  }

  /// Whether `part`, or the formula that it negates, is computed.
  abstract boolean isKnown(Part part);

  /// Computes a part whose own parts are known, as far as they are needed.
  abstract void compute(Part part);

  /// Whether a part must be known, given what is known of those before it.
  abstract boolean isNeeded(List<? extends Part> parts, int at, Part whole);

  /// The parts that a part is computed from.
  List<? extends Part> parts(Part part) {
    return switch (part) {
      case Formula formula ->
          switch (formula.node()) {
            case Formula.True _, Formula.Variable _ -> List.of();
            case Formula.And(var conjuncts) -> conjuncts;
            case Formula.LessEqual(var left, var right) -> List.of(left, right);
            case Formula.Equal(var left, var right) -> List.of(left, right);
            case Formula.Exists(_, var body) -> List.of(body);
          };
      case IntTerm term ->
          switch (term.node()) {
            case IntTerm.Constant _, IntTerm.Variable _ -> List.of();
            case IntTerm.Sum(var left, var right) -> List.of(left, right);
            case IntTerm.Product(var left, var right) -> List.of(left, right);
            case IntTerm.Quotient(var left, var right) -> List.of(left, right);
            case IntTerm.Remainder(var left, var right) -> List.of(left, right);
            case IntTerm.Choice(var condition, var then, var otherwise) ->
                List.of(condition, then, otherwise);
          };
    };
  }

  /// Computes this and all that it needs.
  final void settle(Part root) {
    if (isKnown(root)) {
      return;
    }
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(root, parts(root)));
    while (!open.isEmpty()) {
      Visit visit = open.peek();
      if (visit.next == visit.parts.size()) {
        compute(visit.whole);
        open.pop();
        continue;
      }
      Part part = visit.parts.get(visit.next);
      if (isKnown(part) || !isNeeded(visit.parts, visit.next, visit.whole)) {
        visit.next++;
      } else {
        open.push(new Visit(part, parts(part)));
      }
    }
  }
}
