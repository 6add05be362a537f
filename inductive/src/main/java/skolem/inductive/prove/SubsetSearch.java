package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Goal;
import skolem.inductive.encode.InductionEncoder;
import skolem.inductive.matrix.Cell;
import skolem.inductive.obligation.Lemma;

/// Looks for inductive subsets of a set of conjuncts, with one encoding for all of them.
///
/// The largest one is what is left when conjuncts that are not inductive together with the others
/// are dropped until all are (Houdini: Flanagan, Leino, FME 2001). A smallest one that still
/// implies the safety property is found downwards: each conjunct in turn is left out, with what
/// falls without it. The conjuncts that bound variables stay.
public final class SubsetSearch implements AutoCloseable {
  private final ProofRequest request;
  private final List<Lemma> lemmas;
  private final Consumer<String> progress;
  private final List<Column> columns = new ArrayList<>();
  private final Map<Column, CellProver> provers = new HashMap<>();
  private final Map<Goal, Set<String>> cores = new HashMap<>();
  private final Set<String> undecided = new LinkedHashSet<>();
  private final Map<String, Lemma> bounds = new HashMap<>();

  private SubsetSearch(ProofRequest request, Consumer<String> progress) {
    this.request = request;
    this.lemmas = request.lemmas();
    this.progress = progress;
    Assumptions.granted(request.model());
    ProofRequest.Induction induction = request.induction();
    InductionEncoder encoder =
        new InductionEncoder(
            request.model(), request.invariant(), lemmas, induction.limits(), false);
    InductionEncoder.Within within = encoder.within(1, induction.simplePath(), this::aboutSteps);
    within.bounds().forEach(lemma -> bounds.put(lemma.name(), lemma));
    columns.add(encoder.initiation(_ -> true, List.of(), 0));
    columns.addAll(within.columns());
  }

  private List<Column> aboutSteps(InductionEncoder.Within within) {
    List<Column> all = new ArrayList<>();
    all.addAll(within.definedness());
    all.addAll(within.consecution(_ -> true, _ -> true));
    if (!request.implied().isEmpty()) {
      all.add(within.implication(request.implied()));
    }
    return all;
  }

  /// What a search found.
  ///
  /// @param conjuncts the names of those that are left
  /// @param implies whether they imply what is to be implied, and give the next-state relation a
  ///   value
  /// @param undecided the conjuncts that were dropped because the solver gave up, not because they
  ///   fall
  public record Subset(Set<String> conjuncts, boolean implies, Set<String> undecided) {
    public Subset {
      conjuncts = new LinkedHashSet<>(conjuncts);
      undecided = new LinkedHashSet<>(undecided);
    }
  }

  /// The largest inductive subset.
  ///
  /// @param progress is told of each conjunct that is dropped
  public static Subset largest(ProofRequest request, Consumer<String> progress) {
    try (SubsetSearch search = new SubsetSearch(request, progress)) {
      Set<String> left = search.inductive(search.all());
      return new Subset(left, search.implies(left), search.undecided);
    }
  }

  /// An inductive subset that implies what is to be implied, and from which nothing can be left
  /// out. Where the largest one does not imply it, that is the answer.
  ///
  /// @param progress is told of each conjunct that is dropped
  public static Subset smallest(ProofRequest request, Consumer<String> progress) {
    try (SubsetSearch search = new SubsetSearch(request, progress)) {
      Set<String> best = search.inductive(search.all());
      if (!search.implies(best)) {
        return new Subset(best, false, search.undecided);
      }
      for (Lemma lemma : search.lemmas.reversed()) {
        Set<String> fewer = new LinkedHashSet<>(best);
        if (!search.bounds.containsKey(lemma.name()) && fewer.remove(lemma.name())) {
          fewer = search.inductive(fewer);
          if (search.implies(fewer)) {
            progress.accept("without " + lemma.name() + ": " + fewer.size() + " are enough");
            best = fewer;
          }
        }
      }
      return new Subset(best, true, search.undecided);
    }
  }

  private Set<String> all() {
    Set<String> names = new LinkedHashSet<>();
    lemmas.forEach(lemma -> names.add(lemma.name()));
    return names;
  }

  /// What is left of these when those that fall are dropped until none does.
  private Set<String> inductive(Set<String> candidates) {
    Set<String> left = new LinkedHashSet<>(candidates);
    boolean dropped = true;
    while (dropped) {
      dropped = false;
      for (Column column : columns) {
        if (column.name().equals(Cell.IMPLICATION) || column.name().equals(Cell.DEFINED)) {
          continue;
        }
        for (Goal goal : column.goals()) {
          String name = goal.lemma().name();
          if (left.contains(name) && !holds(column, goal, left)) {
            requireNoBound(name, column.name());
            progress.accept(name + " falls with " + column.name());
            left.remove(name);
            dropped = true;
          }
        }
      }
    }
    return left;
  }

  /// All is shown within the bounds, so that they have to stand.
  private void requireNoBound(String name, String action) {
    Lemma bound = bounds.get(name);
    if (bound != null) {
      throw RejectedException.of(
          Code.UNSUPPORTED,
          bound.expr().span(),
          name + " bounds a variable, and falls with " + action + ": give a bound that stands");
    }
  }

  private boolean implies(Set<String> conjuncts) {
    return columns.stream()
        .filter(c -> c.name().equals(Cell.IMPLICATION) || c.name().equals(Cell.DEFINED))
        .allMatch(c -> c.goals().stream().allMatch(goal -> holds(c, goal, conjuncts)));
  }

  private boolean holds(Column column, Goal goal, Set<String> conjuncts) {
    Set<String> core = cores.get(goal);
    if (core != null && conjuncts.containsAll(core)) {
      return true;
    }
    return switch (provers.computeIfAbsent(column, this::prover).core(goal, without(conjuncts))) {
      case CellProver.Needed(var names) -> {
        Set<String> needed = new LinkedHashSet<>(names);
        needed.retainAll(all());
        cores.put(goal, needed);
        yield true;
      }
      case CellProver.Falls() -> false;
      case CellProver.Open _ -> {
        undecided.add(goal.lemma().name());
        yield false;
      }
    };
  }

  private Set<String> without(Set<String> conjuncts) {
    Set<String> others = all();
    others.removeAll(conjuncts);
    return others;
  }

  private CellProver prover(Column column) {
    CellProver prover = new CellProver(column, request.effort(), Reaching.NOT_ASKED, null);
    prover.requireNoError();
    return prover;
  }

  @Override
  public void close() {
    provers.values().forEach(CellProver::close);
  }
}
