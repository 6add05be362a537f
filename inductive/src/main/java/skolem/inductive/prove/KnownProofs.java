package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.inductive.cache.FormulaDigest;
import skolem.inductive.cache.VerdictCache;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Hypothesis;

/// What earlier runs found out about one column.
final class KnownProofs {
  private final VerdictCache cache;
  private final Column column;
  private final FormulaDigest given;

  KnownProofs(VerdictCache cache, Column column) {
    this.cache = cache;
    this.column = column;
    this.given = FormulaDigest.empty().with(column.given());
  }

  /// The names of the hypotheses with which a formula is impossible; null where it is not known to
  /// be.
  @Nullable List<String> impossible(Formula formula) {
    FormulaDigest digest = given.with(List.of(formula));
    return cache.find(digest.hex(), names -> whole(digest, names));
  }

  void recordImpossible(Formula formula, List<String> names) {
    FormulaDigest digest = given.with(List.of(formula));
    String whole = whole(digest, names);
    if (whole != null) {
      cache.record(digest.hex(), whole, names);
    }
  }

  /// Whether a formula is known to be possible with all hypotheses.
  boolean isPossible(Formula formula) {
    FormulaDigest digest = given.with(List.of(formula));
    return cache.isPossible(digest.hex(), withAll(digest));
  }

  void recordPossible(Formula formula) {
    FormulaDigest digest = given.with(List.of(formula));
    cache.recordPossible(digest.hex(), withAll(digest));
  }

  private String withAll(FormulaDigest digest) {
    return digest.with(column.hypotheses().stream().map(Hypothesis::formula).toList()).hex();
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
