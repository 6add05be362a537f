package skolem.encoder.formula;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Evaluates formulas for 64 assignments at a time: bit i of a word is the truth value under
/// assignment i.
///
/// A variable bound by [Formula.Exists] takes the value that the assignment gives it: where that is
/// no witness, the choice counts as impossible.
public final class Lanes {
  private final Formulas formulas;
  private final List<Formula> roots;
  private final int[] order;
  private final long[] words;

  private Lanes(Formulas formulas, List<Formula> roots, int[] order) {
    this.formulas = formulas;
    this.roots = List.copyOf(roots);
    this.order = order;
    this.words = new long[order.length == 0 ? 1 : order[order.length - 1] + 1];
  }

  /// An evaluator of these formulas and all their parts.
  ///
  /// @return null where one of them compares integers that the solver computes with
  public static @Nullable Lanes of(List<Formula> roots, Formulas formulas) {
    BitSet cone = new BitSet();
    roots.forEach(r -> cone.set(r.id()));
    for (int id = cone.length() - 1; id >= 0; id = cone.previousSetBit(id - 1)) {
      switch (formulas.byId(id).node()) {
        case Formula.True(), Formula.Variable _ -> {}
        case Formula.And(var conjuncts) -> conjuncts.forEach(c -> cone.set(c.id()));
        case Formula.Exists(_, var body) -> cone.set(body.id());
        case Formula.LessEqual _, Formula.Equal _ -> {
          return null;
        }
      }
    }
    return new Lanes(formulas, roots, cone.stream().toArray());
  }

  /// Evaluates anew.
  ///
  /// @param variables the word of each variable
  public void evaluate(ToLongFunction<Formula> variables) {
    for (int id : order) {
      Formula formula = formulas.byId(id);
      words[id] =
          switch (formula.node()) {
            case Formula.True() -> -1L;
            case Formula.Variable _ -> variables.applyAsLong(formula);
            case Formula.And(var conjuncts) -> {
              long all = -1L;
              for (int i = 0; i < conjuncts.size() && all != 0; i++) {
                all &= word(conjuncts.get(i));
              }
              yield all;
            }
            case Formula.Exists(_, var body) -> word(body);
            case Formula.LessEqual _, Formula.Equal _ ->
                throw new IllegalStateException("a comparison of integers among lanes");
          };
    }
  }

  /// The word of one of the formulas evaluated last, or of a part of one.
  public long word(Formula formula) {
    long word = words[formula.id()];
    return formula.negated() ? ~word : word;
  }

  /// The lanes in which all the formulas hold.
  public long all() {
    long all = -1L;
    for (Formula root : roots) {
      all &= word(root);
    }
    return all;
  }
}
