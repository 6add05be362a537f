package skolem.solver.bmc;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.model.ConeOfInfluence;
import skolem.frontend.model.Model;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// What the bounded checker is asked for.
///
/// @param length the greatest number of steps
/// @param deadlock whether a state without a successor is bad
/// @param wanted which counterexamples
/// @param reductions how to look at fewer behaviours
public record CheckOptions(
    int length,
    Engine engine,
    TimeLimits time,
    boolean deadlock,
    Wanted wanted,
    Reductions reductions) {

  /// How long it may take.
  ///
  /// @param question each question to the solver
  /// @param whole the whole check, encoding included
  public record TimeLimits(Budget question, Budget whole) {}

  /// Which counterexamples are wanted.
  ///
  /// @param each whether the search goes on after a violation, for every conjunct of every property
  /// @param traces how many different counterexamples: for each conjunct where `each`, else in all
  /// @param view counterexamples differ where the values of this expression do, in some state; null
  ///   for all variables
  public record Wanted(boolean each, int traces, @Nullable Expr view) {
    public static final Wanted FIRST = new Wanted(false, 1, null);
  }

  public CheckOptions(int length, Engine engine, Budget budget, boolean deadlock) {
    this(
        length,
        engine,
        new TimeLimits(budget, Budget.UNLIMITED),
        deadlock,
        Wanted.FIRST,
        Reductions.ALL);
  }

  /// These options with other reductions.
  public CheckOptions with(Reductions other) {
    return new CheckOptions(length, engine, time, deadlock, wanted, other);
  }

  /// Whether every step that matters begins in a safe state of one model. A search that goes on
  /// after a violation passes unsafe states; an invariant of traces is about more than two states;
  /// open parameters make many models.
  boolean isAboutSafeStates(Model model) {
    return !wanted.each()
        && wanted.traces() == 1
        && model.additions().traceInvariants().isEmpty()
        && model.additions().parameters().isEmpty();
  }

  /// What is computed of the states.
  ConeOfInfluence cone(Model model) {
    return reductions.allowed().contains(Reductions.Reduction.CONE) && isAboutSafeStates(model)
        ? ConeOfInfluence.of(model)
        : ConeOfInfluence.ALL;
  }
}
