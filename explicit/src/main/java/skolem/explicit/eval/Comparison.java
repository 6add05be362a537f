package skolem.explicit.eval;

import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// Equality of values as TLC decides it: structural where the kinds agree, an error where not.
///
/// A difference that can be seen decides for NO even where other parts are incomparable, so that
/// the answer does not depend on the order of the parts. An untyped model value differs from
/// everything else; a typed one may be compared with untyped ones and with those of its letter.
final class Comparison {
  private Comparison() {}

  static Decision equal(Value left, Value right) {
    if (left.equals(right)) {
      return Decision.YES;
    }
    if (left instanceof ModelValue model) {
      return equalModel(model, right);
    }
    if (right instanceof ModelValue model) {
      return equalModel(model, left);
    }
    return switch (left) {
      case ModelValue _ -> throw new IllegalStateException("decided above");
      case IntValue a ->
          right instanceof IntValue b ? Decision.of(a.equals(b)) : Decision.INCOMPARABLE;
      case StringValue a ->
          right instanceof StringValue b ? Decision.of(a.equals(b)) : Decision.INCOMPARABLE;
      case BoolValue a ->
          right instanceof BoolValue b ? Decision.of(a.equals(b)) : Decision.INCOMPARABLE;
      case SetValue a -> right instanceof SetValue b ? equalSets(a, b) : Decision.INCOMPARABLE;
      case FunctionValue a ->
          right instanceof FunctionValue b ? equalFunctions(a, b) : Decision.INCOMPARABLE;
    };
  }

  private static Decision equalModel(ModelValue model, Value other) {
    if (model.equals(other)) {
      return Decision.YES;
    }
    char type = model.type();
    if (other instanceof ModelValue second) {
      return type == 0 || second.type() == 0 || type == second.type()
          ? Decision.NO
          : Decision.INCOMPARABLE;
    }
    return type == 0 ? Decision.NO : Decision.INCOMPARABLE;
  }

  private static Decision equalSets(SetValue left, SetValue right) {
    if (left.size() != right.size()) {
      return Decision.NO;
    }
    Decision all = Decision.YES;
    for (int i = 0; i < left.size() && all != Decision.NO; i++) {
      all = all.and(equal(left.get(i), right.get(i)));
    }
    return all;
  }

  private static Decision equalFunctions(FunctionValue left, FunctionValue right) {
    if (left.size() != right.size() || left.getClass() != right.getClass()) {
      return Decision.NO;
    }
    Decision all = Decision.YES;
    for (int i = 0; i < left.size() && all != Decision.NO; i++) {
      all =
          all.and(equal(left.argument(i), right.argument(i)))
              .and(equal(left.result(i), right.result(i)));
    }
    return all;
  }

  /// Whether `element` is in `set`; INCOMPARABLE where it is not found and an element is of another
  /// kind.
  ///
  /// The elements of a set are of one kind, model values apart, which come first: so the last one
  /// speaks for all but those.
  static Decision member(Value element, SetValue set) {
    if (set.isEmpty()) {
      return Decision.NO;
    }
    if (set.contains(element)) {
      return Decision.YES;
    }
    Value last = set.get(set.size() - 1);
    if (set.size() == 1) {
      return equal(element, last);
    }
    Decision inModels = Decision.NO;
    for (int i = 0; i < set.size() && set.get(i) instanceof ModelValue model; i++) {
      inModels = inModels.or(equalModel(model, element));
    }
    if (element instanceof ModelValue) {
      return inModels.or(equal(element, last));
    }
    boolean isOfItsKind = last instanceof ModelValue || element.rank() == last.rank();
    return isOfItsKind ? inModels : Decision.INCOMPARABLE;
  }

  /// Whether the kinds of the elements forbid them to be in one set.
  static boolean isMixed(SetValue set) {
    if (set.isEmpty()) {
      return false;
    }
    char letter = 0;
    int first = 0;
    while (first < set.size() && set.get(first) instanceof ModelValue model) {
      if (letter != 0 && model.type() != 0 && model.type() != letter) {
        return true;
      }
      letter = model.type() != 0 ? model.type() : letter;
      first++;
    }
    int last = set.size() - 1;
    return first <= last && (letter != 0 || set.get(first).rank() != set.get(last).rank());
  }
}
