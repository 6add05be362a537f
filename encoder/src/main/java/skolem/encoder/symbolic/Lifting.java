package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Makes symbolic values of concrete ones, and concrete ones of those that depend on nothing.
final class Lifting {
  private final Formulas formulas;
  private final Map<Value, SymValue> lifted = new HashMap<>();
  private final IdentityHashMap<SymValue, Value> compound = new IdentityHashMap<>();

  Lifting(Formulas formulas) {
    this.formulas = formulas;
  }

  SymValue lift(Value value) {
    SymValue known = lifted.get(value);
    if (known == null) {
      known = make(value);
      lifted.put(value, known);
      if (value instanceof SetValue || value instanceof FunctionValue) {
        compound.put(known, value);
      }
    }
    return known;
  }

  private SymValue make(Value value) {
    Formula truth = formulas.truth();
    return switch (value) {
      case BoolValue(var holds) -> new SymValue.Bool(formulas.constant(holds));
      case IntValue _, StringValue _, ModelValue _ -> SymValue.atom(value, truth);
      case SetValue set -> new SymValue.SetOf(ValueMap.ofAscending(set.elements(), _ -> truth));
      case FunctionValue function -> {
        ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
        for (int i = 0; i < function.size(); i++) {
          entries.put(function.argument(i), new SymValue.Entry(truth, lift(function.result(i))));
        }
        yield new SymValue.Function(entries.build(), function instanceof TupleValue);
      }
    };
  }

  /// The concrete value that a symbolic one stands for under every assignment, or null where there
  /// is no such, or it is not seen at once.
  @Nullable Value constant(SymValue value) {
    Value known = compound.get(value);
    return known == null ? computed(value) : known;
  }

  private @Nullable Value computed(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) ->
          formula.isConstant() ? BoolValue.of(formula.isTrue()) : null;
      case SymValue.Atom atom -> atom.only();
      case SymValue.Int(var term) -> {
        var number = term.constant();
        yield number == null ? null : IntValue.of(number);
      }
      case SymValue.SetOf(var members, _, _) ->
          members.values().stream().allMatch(Formula::isTrue)
              ? SetValue.ofAscending(List.copyOf(members.keySet()))
              : null;
      case SymValue.Function function -> constantFunction(function);
      case SymValue.Mixed _, SymValue.Described _ -> null;
    };
  }

  private @Nullable Value constantFunction(SymValue.Function function) {
    List<Value> results = new ArrayList<>(function.entries().size());
    for (SymValue.Entry entry : function.entries().values()) {
      Value result = entry.inDomain().isTrue() ? constant(entry.result()) : null;
      if (result == null) {
        return null;
      }
      results.add(result);
    }
    return FunctionValue.ofAscending(List.copyOf(function.entries().keySet()), results);
  }
}
