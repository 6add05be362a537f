package skolem.frontend.lower;

import java.util.Map;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.value.Value;

/// What a model says of symbols: the value of a constant, or the definition that replaces a
/// constant or another definition.
///
/// @param values for constants without arguments, and for definitions without parameters
/// @param points for operator constants given point by point: `F(1, 2) = 3`
/// @param replacements for constants and definitions; the image belongs to the root module
public record Bindings(
    Map<Symbol, Value> values,
    Map<Symbol, Map<java.util.List<Value>, Value>> points,
    Map<Symbol, Symbol> replacements) {
  public static final Bindings NONE = new Bindings(Map.of(), Map.of(), Map.of());
}
