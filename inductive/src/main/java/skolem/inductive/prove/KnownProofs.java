package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.inductive.cache.FormulaDigest;
import skolem.inductive.cache.VerdictCache;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Goal;
import skolem.inductive.encode.Hypothesis;

/// What earlier runs proved about one column.
final class KnownProofs {
  private final VerdictCache cache;
  private final Column column;
  private final FormulaDigest given;

  KnownProofs(VerdictCache cache, Column column) {
    this.cache = cache;
    this.column = column;
    this.given = FormulaDigest.empty().with(column.given());
  }

  /// The names of the hypotheses that a proof of the goal used; null where none is known.
  @Nullable List<String> find(Goal goal) {
    FormulaDigest digest = given.with(List.of(goal.bad()));
    return cache.find(digest.hex(), names -> whole(digest, names));
  }

  void record(Goal goal, List<String> names) {
    FormulaDigest digest = given.with(List.of(goal.bad()));
    String whole = whole(digest, names);
    if (whole != null) {
      cache.record(digest.hex(), whole, names);
    }
  }

  private @Nullable String whole(FormulaDigest digest, List<String> names) {
    List<Formula> used = new ArrayList<>();
    for (String name : names) {
      int before = used.size();
      column.hypotheses().stream()
          .filter(h -> h.name().equals(name))
          .map(Hypothesis::formula)
          .forEach(used::add);
      if (used.size() == before) {
        return null;
      }
    }
    return digest.with(used).hex();
  }
}
