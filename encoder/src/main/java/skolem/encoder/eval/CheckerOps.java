package skolem.encoder.eval;

import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.PlaceInBehaviour;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Operators of module TLC that ask about the checker and its search, or write values as text.
final class CheckerOps {
  /// What `TLCGet` says of the checker itself.
  private static final Map<Value, Value> FACTS =
      Map.of(
          new StringValue("config"),
          new RecordValue(List.of("mode", "worker"), List.of(new StringValue("bfs"), IntValue.ONE)),
          new StringValue("-Dtlc2.tool.impl.Tool.cdot"),
          new StringValue("true"));

  private final Algebra algebra;

  CheckerOps(Algebra algebra) {
    this.algebra = algebra;
  }

  /// `ToString(value)`.
  SymValue text(SymValue value, Site site) {
    ValueMap.Builder<Formula> texts = new ValueMap.Builder<>();
    for (var possibility : algebra.split(value, site)) {
      texts.merge(
          new StringValue(possibility.value().toString()),
          possibility.guard(),
          algebra.formulas()::or);
    }
    return algebra.atom(texts.build());
  }

  /// `TLCGet(what)`.
  ///
  /// @param place of the state in its behaviour; 0 where it is not known
  SymValue get(SymValue what, int place, Site site) {
    Value name = algebra.constant(what);
    if (PlaceInBehaviour.NAME.equals(name)) {
      if (place == 0) {
        throw site.unsupported(
            "TLCGet(\"level\") is known in the behaviours that `check` goes through, not here: count"
                + " the steps in a variable");
      }
      return algebra.lift(IntValue.of(place));
    }
    Value fact = name == null ? null : FACTS.get(name);
    if (fact == null) {
      throw site.unsupported(
          "TLCGet("
              + (name == null ? "…" : name)
              + ") is not supported by the symbolic engine: keep it in a variable");
    }
    return algebra.lift(fact);
  }

  /// `TLCSet(register, value)`: TRUE. What it changes is seen by [#get] only, which refuses every
  /// register.
  SymValue set(SymValue register, Site site) {
    if (!(algebra.constant(register) instanceof IntValue)) {
      throw site.unsupported(
          "TLCSet is supported for registers with a number only, not for what steers a search");
    }
    return algebra.lift(BoolValue.TRUE);
  }
}
