package skolem.inductive.matrix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import skolem.frontend.model.Model;
import skolem.inductive.obligation.Lemma;

/// The verdicts on all obligations of an invariant.
///
/// @param cells in the order in which they were asked: initiation, consecution by action,
///   implication
/// @param bounds the names of the conjuncts that bound the variables, which every obligation uses
/// @param actions the actions of the next-state relation
/// @param k how many states within the invariant come before the one that is asked about
/// @param confined the constraints that all that is shown from initial states rests on
/// @param remarks what the user should know besides
public record VerdictMatrix(
    int k,
    List<Lemma> lemmas,
    List<String> bounds,
    List<String> actions,
    List<Cell> cells,
    Vacuity vacuity,
    List<String> confined,
    List<String> remarks) {
  /// What the names of constraints begin with in a core.
  public static final String CONSTRAINT = "CONSTRAINT ";

  public static final String ACTION_CONSTRAINT = "ACTION_CONSTRAINT ";

  public VerdictMatrix {
    confined = List.copyOf(confined);
    remarks = List.copyOf(remarks);
    lemmas = List.copyOf(lemmas);
    bounds = List.copyOf(bounds);
    actions = List.copyOf(actions);
    cells = List.copyOf(cells);
  }

  /// The same, with what was asked about the matrix for one state.
  public VerdictMatrix with(Vacuity asked) {
    return new VerdictMatrix(k, lemmas, bounds, actions, cells, asked, confined, remarks);
  }

  /// What makes the proof empty.
  public List<String> vacuous() {
    return vacuity.found();
  }

  public boolean isProved() {
    return cells.stream().allMatch(Cell::isProved);
  }

  public boolean isBroken() {
    return cells.stream().anyMatch(c -> c.finding() instanceof Cell.Finding.Broken);
  }

  /// Whether a counterexample begins in a state that can be reached.
  public boolean isReallyViolated() {
    return cells.stream()
        .anyMatch(c ->
            c.finding() instanceof Cell.Finding.Broken(_, _, var reach)
                && reach instanceof Cell.Reach.Reachable);
  }

  /// How many obligations were proved in this manner.
  public long proved(Cell.Evidence manner) {
    return cells.stream()
        .filter(
            c -> c.finding() instanceof Cell.Finding.Proved(_, var evidence) && evidence == manner)
        .count();
  }

  /// Whether this is the name of a constraint in a core.
  public static boolean isConstraint(String name) {
    return name.startsWith(CONSTRAINT) || name.startsWith(ACTION_CONSTRAINT);
  }

  /// The constraints of a model, by their names in a core.
  public static List<String> constraints(Model model) {
    return Stream.concat(
            model.constraints().stream().map(c -> CONSTRAINT + c.name()),
            model.actionConstraints().stream().map(c -> ACTION_CONSTRAINT + c.name()))
        .toList();
  }

  /// The constraints of the configuration that proofs needed.
  public List<String> constraints() {
    Set<String> needed = new LinkedHashSet<>(confined);
    for (Cell cell : cells) {
      if (cell.finding() instanceof Cell.Finding.Proved(var core, _)) {
        core.stream().filter(VerdictMatrix::isConstraint).forEach(needed::add);
      }
    }
    return List.copyOf(needed);
  }

  /// The conjuncts that no proof of another cell needed; only meaningful where all is proved.
  public List<Lemma> unneeded() {
    Set<String> needed = new LinkedHashSet<>(bounds);
    for (Cell cell : cells) {
      if (cell.finding() instanceof Cell.Finding.Proved(var core, _)) {
        core.stream().filter(name -> !name.equals(cell.lemma().name())).forEach(needed::add);
      }
    }
    return lemmas.stream().filter(l -> !needed.contains(l.name())).toList();
  }
}
