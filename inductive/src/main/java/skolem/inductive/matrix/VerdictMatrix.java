package skolem.inductive.matrix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import skolem.inductive.obligation.Lemma;

/// The verdicts on all obligations of an invariant.
///
/// @param cells in the order in which they were asked: initiation, consecution by action,
///   implication
/// @param actions the actions of the next-state relation
/// @param vacuous what makes a proof empty: an invariant that no state satisfies, an action that is
///   never enabled within it
public record VerdictMatrix(
    List<Lemma> lemmas, List<String> actions, List<Cell> cells, List<String> vacuous) {
  public VerdictMatrix {
    lemmas = List.copyOf(lemmas);
    actions = List.copyOf(actions);
    cells = List.copyOf(cells);
    vacuous = List.copyOf(vacuous);
  }

  public boolean isProved() {
    return cells.stream().allMatch(Cell::isProved);
  }

  public boolean isBroken() {
    return cells.stream().anyMatch(c -> c.finding() instanceof Cell.Finding.Broken);
  }

  /// The conjuncts that no proof of another cell needed; only meaningful where all is proved.
  public List<Lemma> unneeded() {
    Set<String> needed = new LinkedHashSet<>();
    for (Cell cell : cells) {
      if (cell.finding() instanceof Cell.Finding.Proved(var core)) {
        core.stream().filter(name -> !name.equals(cell.lemma().name())).forEach(needed::add);
      }
    }
    return lemmas.stream().filter(l -> !needed.contains(l.name())).toList();
  }
}
