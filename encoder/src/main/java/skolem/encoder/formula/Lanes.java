package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Evaluates formulas for 64 assignments at a time: bit i of a word is the truth value under
/// assignment i.
///
/// A variable bound by [Formula.Exists] takes the value that the assignment gives it: where that is
/// no witness, the choice counts as impossible.
public final class Lanes {
  private final List<Formula> roots;
  private final List<Formula> variables;

  /// What is computed, parts before wholes: the id of a conjunction, how many conjuncts it has, and
  /// for each its id, doubled, and one more where it is denied.
  private final int[] conjunctions;

  /// By the ids of the formulas.
  private final long[] words;

  private Lanes(List<Formula> roots, List<Formula> variables, int[] conjunctions, int size) {
    this.roots = List.copyOf(roots);
    this.variables = List.copyOf(variables);
    this.conjunctions = conjunctions;
    this.words = new long[size];
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
    List<Formula> variables = new ArrayList<>();
    IntStream.Builder conjunctions = IntStream.builder();
    for (int id = cone.nextSetBit(0); id >= 0; id = cone.nextSetBit(id + 1)) {
      Formula formula = formulas.byId(id);
      switch (formula.node()) {
        case Formula.True() -> add(id, List.of(), conjunctions);
        case Formula.Variable _ -> variables.add(formula);
        case Formula.And(var conjuncts) -> add(id, conjuncts, conjunctions);
        case Formula.Exists(_, var body) -> add(id, List.of(body), conjunctions);
        case Formula.LessEqual _, Formula.Equal _ ->
            throw new IllegalStateException("a comparison of integers among lanes");
      }
    }
    return new Lanes(roots, variables, conjunctions.build().toArray(), cone.length());
  }

  private static void add(int id, List<Formula> conjuncts, IntStream.Builder conjunctions) {
    conjunctions.add(id).add(conjuncts.size());
    conjuncts.forEach(c -> conjunctions.add(2 * c.id() + (c.negated() ? 1 : 0)));
  }

  /// Evaluates anew.
  ///
  /// @param value the word of each variable
  public void evaluate(ToLongFunction<Formula> value) {
    for (Formula variable : variables) {
      words[variable.id()] = value.applyAsLong(variable);
    }
    int at = 0;
    while (at < conjunctions.length) {
      int id = conjunctions[at];
      int end = at + 2 + conjunctions[at + 1];
      long all = -1L;
      for (int i = at + 2; i < end && all != 0; i++) {
        int conjunct = conjunctions[i];
        all &= words[conjunct >> 1] ^ -(long) (conjunct & 1);
      }
      words[id] = all;
      at = end;
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
