package skolem.encoder.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Finds the constant that a symbolic value stands for under an assignment.
public final class ValueDecoder {
  private final Valuation valuation;

  public ValueDecoder(Valuation valuation) {
    this.valuation = valuation;
  }

  /// The constant; `value` holds no set by a rule.
  public Value decode(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) -> BoolValue.of(valuation.holds(formula));
      case SymValue.Atom(var choices) -> chosen(choices);
      case SymValue.Int(var term) -> IntValue.of(valuation.value(term));
      case SymValue.SetOf(var members, _, _) -> {
        List<Value> elements = new ArrayList<>();
        members.forEach((element, guard) -> {
          if (valuation.holds(guard)) {
            elements.add(element);
          }
        });
        yield SetValue.ofAscending(elements);
      }
      case SymValue.Terms(var terms, _) ->
          SetValue.of(
              terms.stream()
                  .filter(term -> valuation.holds(term.present()))
                  .map(term -> decode(term.value()))
                  .toList());
      case SymValue.Function(var entries, _) -> {
        ValueMap<SymValue.Entry> graph =
            entries.filtered((_, entry) -> valuation.holds(entry.inDomain()));
        yield FunctionValue.ofAscending(
            List.copyOf(graph.keySet()),
            graph.values().stream().map(entry -> decode(entry.result())).toList());
      }
      case SymValue.Mixed(var alternatives) -> {
        for (SymValue.Alternative alternative : alternatives) {
          if (valuation.holds(alternative.guard())) {
            yield decode(alternative.value());
          }
        }
        throw new IllegalStateException("no alternative of a value is chosen");
      }
      case SymValue.Described _ ->
          throw new IllegalStateException("a state holds a set that is not listed");
    };
  }

  private Value chosen(Map<Value, Formula> choices) {
    for (Map.Entry<Value, Formula> choice : choices.entrySet()) {
      if (valuation.holds(choice.getValue())) {
        return choice.getKey();
      }
    }
    throw new IllegalStateException("no choice of a value holds: " + choices.keySet());
  }
}
