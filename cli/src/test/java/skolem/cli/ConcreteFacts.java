package skolem.cli;

import java.util.List;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Form;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// Whether facts are true of concrete states.
final class ConcreteFacts {
  private ConcreteFacts() {}

  static boolean holds(Fact fact, List<Value> state) {
    Value value = state.get(fact.variable());
    for (Value argument : fact.path()) {
      value = value instanceof FunctionValue function ? function.apply(argument) : null;
      if (value == null) {
        return false;
      }
    }
    return switch (fact.statement()) {
      case Fact.Present() -> true;
      case Fact.Holds() -> value.equals(BoolValue.TRUE);
      case Fact.Is(var other) -> value.equals(other);
      case Fact.Contains(var element) -> value instanceof SetValue set && set.contains(element);
      case Fact.OfKind(var kind) -> kind(value) == kind;
    };
  }

  private static Form.Kind kind(Value value) {
    return switch (value) {
      case BoolValue _ -> Form.Kind.BOOLEAN;
      case SetValue _ -> Form.Kind.SET;
      case FunctionValue _ -> Form.Kind.FUNCTION;
      default -> Form.Kind.ATOM;
    };
  }
}
