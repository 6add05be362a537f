package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;

/// Recognises sequences among functions.
public final class SequenceShape {
  private SequenceShape() {}

  /// Whether the domain is `1..n` for some n.
  public static Formula isSequence(Formulas formulas, SymValue.Function function) {
    if (function.sequence()) {
      return formulas.truth();
    }
    List<Formula> conditions = new ArrayList<>();
    long next = 1;
    Formula before = formulas.truth();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Formula inDomain = entry.getValue().inDomain();
      if (entry.getKey().equals(IntValue.of(next))) {
        conditions.add(formulas.implies(inDomain, before));
        before = inDomain;
        next++;
      } else {
        conditions.add(inDomain.not());
      }
    }
    return formulas.and(conditions);
  }

  /// The entries for 1, 2, …, as far as they are there.
  public static List<SymValue.Entry> slots(SymValue.Function function) {
    List<SymValue.Entry> slots = new ArrayList<>();
    SymValue.Entry entry = function.entries().get(IntValue.ONE);
    while (entry != null) {
      slots.add(entry);
      entry = function.entries().get(IntValue.of(slots.size() + 1L));
    }
    return slots;
  }
}
