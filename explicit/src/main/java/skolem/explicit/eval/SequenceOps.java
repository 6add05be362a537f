package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// The operators of Sequences, and SortSeq.
///
/// As in TLC, those but `SelectSeq` and `SortSeq` also take strings.
final class SequenceOps {
  private final Evaluator evaluator;

  SequenceOps(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private TupleValue sequence(Expr expr, Environment environment, States states) {
    return sequence(evaluator.value(expr, environment, states), expr.span());
  }

  /// The value as a sequence; an error where it is none.
  static TupleValue sequence(Value value, Span at) {
    if (value instanceof TupleValue tuple) {
      return tuple;
    }
    throw EvaluationErrors.wrongKind(at, "a sequence", value);
  }

  IntValue length(Expr.Native length, Environment environment, States states) {
    Value value = evaluator.value(length.value(0), environment, states);
    return IntValue.of(
        value instanceof StringValue string
            ? string.text().length()
            : sequence(value, length.value(0).span()).size());
  }

  Value head(Expr.Native head, Environment environment, States states) {
    Value value = evaluator.value(head.value(0), environment, states);
    if (value instanceof StringValue string) {
      return new StringValue(nonEmpty(string, "Head", head.span()).substring(0, 1));
    }
    TupleValue sequence = sequence(value, head.value(0).span());
    if (sequence.size() == 0) {
      throw EvaluationErrors.undefined(head.span(), "Head of the empty sequence");
    }
    return sequence.get(0);
  }

  Value tail(Expr.Native tail, Environment environment, States states) {
    Value value = evaluator.value(tail.value(0), environment, states);
    if (value instanceof StringValue string) {
      return new StringValue(nonEmpty(string, "Tail", tail.span()).substring(1));
    }
    TupleValue sequence = sequence(value, tail.value(0).span());
    if (sequence.size() == 0) {
      throw EvaluationErrors.undefined(tail.span(), "Tail of the empty sequence");
    }
    return sequence.slice(1, sequence.size());
  }

  private static String nonEmpty(StringValue string, String operator, Span at) {
    if (string.text().isEmpty()) {
      throw EvaluationErrors.undefined(at, operator + " of the empty string");
    }
    return string.text();
  }

  Value append(Expr.Native append, Environment environment, States states) {
    Value value = evaluator.value(append.value(0), environment, states);
    Value element = evaluator.value(append.value(1), environment, states);
    if (value instanceof StringValue first && element instanceof StringValue last) {
      return new StringValue(first.text() + last.text());
    }
    return sequence(value, append.value(0).span()).concat(TupleValue.of(element));
  }

  /// `s \o t`.
  Value concat(Expr.Native concat, Environment environment, States states) {
    Value left = evaluator.value(concat.value(0), environment, states);
    Value right = evaluator.value(concat.value(1), environment, states);
    if (left instanceof StringValue first && right instanceof StringValue second) {
      return new StringValue(first.text() + second.text());
    }
    return sequence(left, concat.value(0).span()).concat(sequence(right, concat.value(1).span()));
  }

  /// `SubSeq(s, m, n)`; empty where `m > n`.
  Value subSequence(Expr.Native part, Environment environment, States states) {
    Value whole = evaluator.value(part.value(0), environment, states);
    boolean isText = whole instanceof StringValue;
    int size =
        whole instanceof StringValue string
            ? string.text().length()
            : sequence(whole, part.value(0).span()).size();
    IntValue from = evaluator.integer(part.value(1), environment, states);
    IntValue to = evaluator.integer(part.value(2), environment, states);
    if (from.compareTo(to) > 0) {
      return isText ? new StringValue("") : TupleValue.EMPTY;
    }
    if (from.signum() <= 0 || to.compareTo(IntValue.of(size)) > 0) {
      throw EvaluationErrors.undefined(
          part.span(), "SubSeq from " + from + " to " + to + " of a sequence of length " + size);
    }
    int start = (int) from.longValue() - 1;
    int end = (int) to.longValue();
    return whole instanceof StringValue string
        ? new StringValue(string.text().substring(start, end))
        : sequence(whole, part.span()).slice(start, end);
  }

  /// `SelectSeq(s, Test(_))`.
  Value select(Expr.Native select, Environment environment, States states) {
    TupleValue sequence = sequence(select.value(0), environment, states);
    List<Value> kept = new ArrayList<>();
    for (Value element : sequence.elements()) {
      if (test(select, List.of(element), environment, states)) {
        kept.add(element);
      }
    }
    return TupleValue.of(kept);
  }

  /// `SortSeq(s, Op(_, _))`, by insertion, which is stable.
  Value sort(Expr.Native sort, Environment environment, States states) {
    List<Value> sorted = new ArrayList<>();
    for (Value element : sequence(sort.value(0), environment, states).elements()) {
      int place = sorted.size();
      while (place > 0
          && test(sort, List.of(element, sorted.get(place - 1)), environment, states)) {
        place--;
      }
      sorted.add(place, element);
    }
    return TupleValue.of(sorted);
  }

  private boolean test(
      Expr.Native operation, List<Value> arguments, Environment environment, States states) {
    Value result =
        evaluator.call(operation.operator(1), arguments, environment, states, operation.span());
    if (result instanceof BoolValue(boolean holds)) {
      return holds;
    }
    throw EvaluationErrors.wrongKind(operation.span(), "a Boolean", result);
  }
}
