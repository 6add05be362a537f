package skolem.inductive.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.encoder.symbolic.PickLimits;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.ActionNames;
import skolem.frontend.model.Model;
import skolem.frontend.source.Span;
import skolem.inductive.matrix.Cell;
import skolem.inductive.obligation.Lemma;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// What is to be proved of a model, and how.
///
/// @param invariants whose conjunction is the invariant
/// @param implied what the invariant is to imply
public record ProofRequest(
    Model model,
    List<Model.Named> invariants,
    List<Model.Named> implied,
    Scope scope,
    Induction induction,
    Effort effort,
    Records records) {
  public ProofRequest {
    invariants = List.copyOf(invariants);
    implied = List.copyOf(implied);
  }

  /// Which part of the obligations is asked for.
  ///
  /// @param action null for all; else an action, or one of the other columns of a [Cell]
  /// @param lemma null for all conjuncts
  /// @param without the conjuncts that do not belong to the invariant
  public record Scope(@Nullable String action, @Nullable String lemma, Set<String> without) {
    public static final Scope ALL = new Scope(null, null, Set.of());

    public Scope {
      without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    }

    /// Whether a column is asked for.
    boolean covers(String column) {
      return action == null || action.equals(column);
    }

    /// Whether all obligations are asked for.
    public boolean whole() {
      return action == null && lemma == null;
    }
  }

  /// What kind of induction.
  ///
  /// @param k how many states within the invariant come before the one that is asked about
  /// @param simplePath whether the states of a path may be assumed to differ
  /// @param maxSequence how long a sequence in `Seq(S)` may be in the arbitrary state, null where
  ///   such sequences are refused; the proof then says nothing of longer ones
  /// @param maxInteger the greatest magnitude of integers in `Nat` and `Int` in the arbitrary
  ///   state, null for all of them; the proof then says nothing of others
  public record Induction(
      int k, boolean simplePath, @Nullable Integer maxSequence, @Nullable Integer maxInteger) {
    PickLimits limits() {
      return new PickLimits(maxSequence, maxInteger, null);
    }

    Induction with(int steps) {
      return new Induction(steps, simplePath, maxSequence, maxInteger);
    }
  }

  /// What the proof may cost.
  ///
  /// @param budget of each obligation
  /// @param workers how many obligations at a time
  /// @param reachWithin how many steps to search for the first state of a counterexample to
  ///   induction; negative for no search
  public record Effort(Engine engine, Budget budget, int workers, int reachWithin) {}

  /// What is kept on disk.
  ///
  /// @param cache the folder with the proofs of earlier runs; null for none
  /// @param obligations the folder to write all obligations to, for other solvers; null for none
  public record Records(@Nullable Path cache, @Nullable Path obligations) {
    public static final Records NONE = new Records(null, null);
  }

  /// The behaviour of the model.
  ///
  /// @throws IllegalStateException where it has none
  Model.Behaviour behaviour() {
    if (model.behaviour() == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    return model.behaviour();
  }

  /// The names of the columns of the matrix.
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(Cell.INITIATION, Cell.DEFINED));
    ActionNames.of(behaviour().next()).forEach(action -> columns.add(Cell.column(action)));
    if (!implied.isEmpty()) {
      columns.add(Cell.IMPLICATION);
    }
    return columns;
  }

  /// The invariant's name, with what does not belong to it.
  public String name() {
    String whole = invariants.stream().map(Model.Named::name).collect(Collectors.joining(" /\\ "));
    return scope.without().isEmpty()
        ? whole
        : whole + " without " + String.join(", ", scope.without());
  }

  /// The conjuncts of the invariant, each once.
  public List<Lemma> lemmas() {
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return invariants.stream()
        .flatMap(invariant -> Lemma.of(invariant).stream())
        .filter(lemma -> !scope.without().contains(lemma.name()))
        .filter(lemma -> seen.add(lemma.expr()))
        .toList();
  }

  /// The invariant, as one predicate.
  public Model.Named invariant() {
    return invariants.size() == 1 && scope.without().isEmpty()
        ? invariants.getFirst()
        : new Model.Named(
            name(), new Expr.And(lemmas().stream().map(Lemma::expr).toList(), Span.NONE));
  }

  /// The same by induction over another number of states.
  public ProofRequest with(int k) {
    return new ProofRequest(model, invariants, implied, scope, induction.with(k), effort, records);
  }

  /// The same with no more than this budget for each obligation, and no search for the states of
  /// counterexamples.
  public ProofRequest within(Budget budget) {
    return new ProofRequest(
        model,
        invariants,
        implied,
        scope,
        induction,
        new Effort(effort.engine(), effort.budget().within(budget), effort.workers(), -1),
        Records.NONE);
  }
}
