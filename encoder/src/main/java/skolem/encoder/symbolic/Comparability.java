package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Which constants can be compared for equality, as in TLC: those of one kind, part by part; an
/// untyped model value with everything, a typed one with untyped ones and those of its letter.
final class Comparability {
  enum Answer {
    YES,
    NO,
    /// They cannot be compared, and what can be compared of them is equal.
    OPEN
  }

  private Comparability() {}

  static Answer equal(Value left, Value right) {
    if (left.equals(right)) {
      return Answer.YES;
    }
    if (left instanceof ModelValue || right instanceof ModelValue) {
      return comparable(left, right) ? Answer.NO : Answer.OPEN;
    }
    if (left instanceof SetValue l && right instanceof SetValue r) {
      return l.size() == r.size() ? pairwise(l.elements(), r.elements()) : Answer.NO;
    }
    if (left instanceof FunctionValue l && right instanceof FunctionValue r) {
      return l.size() == r.size() && form(l) == form(r) ? pairwise(parts(l), parts(r)) : Answer.NO;
    }
    return left.rank() == right.rank() ? Answer.NO : Answer.OPEN;
  }

  /// One difference decides.
  private static Answer pairwise(List<Value> left, List<Value> right) {
    Answer all = Answer.YES;
    for (int i = 0; i < left.size() && all != Answer.NO; i++) {
      Answer one = equal(left.get(i), right.get(i));
      all = one == Answer.YES ? all : one;
    }
    return all;
  }

  private static List<Value> parts(FunctionValue function) {
    List<Value> parts = new ArrayList<>(2 * function.size());
    for (int i = 0; i < function.size(); i++) {
      parts.add(function.argument(i));
      parts.add(function.result(i));
    }
    return parts;
  }

  /// Tuples, records and other functions differ, whatever is in them.
  private static int form(FunctionValue function) {
    return function instanceof TupleValue ? 0 : function instanceof RecordValue ? 1 : 2;
  }

  /// Whether two scalars, or a model value and something else, can be compared.
  static boolean comparable(Value left, Value right) {
    char l = left instanceof ModelValue model ? model.type() : 0;
    char r = right instanceof ModelValue model ? model.type() : 0;
    if (l != 0 || r != 0) {
      boolean untyped =
          (left instanceof ModelValue && l == 0) || (right instanceof ModelValue && r == 0);
      return untyped || l == r;
    }
    return left.rank() == right.rank() || left instanceof ModelValue || right instanceof ModelValue;
  }

  /// Whether any two keys can surely be compared.
  static boolean uniformKeys(ValueMap<?> map) {
    return Sort.ofKeys(map) != null || uniform(map.keySet());
  }

  /// Whether any two keys of both maps can surely be compared.
  static boolean uniformKeys(ValueMap<?> one, ValueMap<?> other) {
    if (Sort.join(Sort.ofKeys(one), Sort.ofKeys(other)) != null) {
      return true;
    }
    List<Value> all = new ArrayList<>(one.keySet());
    all.addAll(other.keySet());
    return uniform(all);
  }

  /// Whether any two of the keys and another value can surely be compared.
  static boolean uniformKeys(ValueMap<?> map, Value more) {
    if (Sort.join(Sort.ofKeys(map), Sort.of(more)) != null) {
      return true;
    }
    List<Value> all = new ArrayList<>(map.keySet());
    all.add(more);
    return uniform(all);
  }

  /// Whether any two of these can surely be compared.
  static boolean uniform(Collection<? extends Value> values) {
    List<Value> elements = new ArrayList<>();
    List<FunctionValue> functions = new ArrayList<>();
    int rank = -1;
    char letter = 0;
    for (Value value : values) {
      if (value instanceof ModelValue model) {
        if (model.type() != 0) {
          if (letter != 0 && letter != model.type()) {
            return false;
          }
          letter = model.type();
        }
      } else if (rank >= 0 && value.rank() != rank) {
        return false;
      } else {
        rank = value.rank();
        if (value instanceof SetValue set) {
          elements.addAll(set.elements());
        } else if (value instanceof FunctionValue function) {
          functions.add(function);
        }
      }
    }
    return (letter == 0 || rank < 0)
        && (elements.isEmpty() || uniform(elements))
        && (functions.size() < 2 || uniformFunctions(functions));
  }

  private record Shape(int form, List<Value> arguments) {}

  private static boolean uniformFunctions(List<FunctionValue> functions) {
    Map<Shape, List<FunctionValue>> byShape = new LinkedHashMap<>();
    List<Value> arguments = new ArrayList<>();
    for (FunctionValue function : functions) {
      List<Value> own = new ArrayList<>(function.size());
      for (int i = 0; i < function.size(); i++) {
        own.add(function.argument(i));
      }
      Shape shape = new Shape(form(function), own);
      byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(function);
      if (shape.form() == 2) {
        arguments.addAll(own);
      }
    }
    return uniform(arguments) && byShape.values().stream().allMatch(Comparability::uniformResults);
  }

  private static boolean uniformResults(List<FunctionValue> functions) {
    for (int i = 0; i < functions.getFirst().size(); i++) {
      List<Value> results = new ArrayList<>(functions.size());
      for (FunctionValue function : functions) {
        results.add(function.result(i));
      }
      if (!uniform(results)) {
        return false;
      }
    }
    return true;
  }
}
