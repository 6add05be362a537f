package skolem.frontend.lower;

import java.util.List;
import java.util.Map;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.value.Value;

/// What a model says of symbols: the value of a constant, or the definition that replaces a
/// constant or another definition.
///
/// @param values for constants without arguments, and for definitions without parameters
/// @param points for operator constants given point by point: `F(1, 2) = 3`
/// @param replacements for constants and definitions; the image belongs to the root module
/// @param open constants whose value is left open, in order: they are lowered like variables
public record Bindings(
    Map<Symbol, Value> values,
    Map<Symbol, Map<List<Value>, Value>> points,
    Map<Symbol, Symbol> replacements,
    List<Symbol.Constant> open) {
  public static final Bindings NONE = new Bindings(Map.of(), Map.of(), Map.of(), List.of());
}
