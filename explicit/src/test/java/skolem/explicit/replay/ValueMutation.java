package skolem.explicit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Makes another value of the same kind, which differs in one place.
final class ValueMutation {
  private final Random random;

  ValueMutation(Random random) {
    this.random = random;
  }

  Value of(Value value) {
    return switch (value) {
      case BoolValue v -> BoolValue.of(!v.value());
      case IntValue v -> v.plus(IntValue.of(random.nextBoolean() ? 1 : -1));
      case StringValue v -> new StringValue(v.text() + "_");
      case ModelValue v -> new ModelValue(v.name() + "_");
      case SetValue v when v.isEmpty() -> SetValue.of(List.of(SetValue.EMPTY));
      case SetValue v -> {
        List<Value> elements = new ArrayList<>(v.elements());
        Value element = elements.remove(random.nextInt(elements.size()));
        if (random.nextBoolean()) {
          elements.add(of(element));
        }
        yield SetValue.of(elements);
      }
      case FunctionValue v when v.size() == 0 -> TupleValue.of(IntValue.ONE);
      case FunctionValue v -> {
        int place = random.nextInt(v.size());
        yield v.with(place, of(v.result(place)));
      }
    };
  }
}
