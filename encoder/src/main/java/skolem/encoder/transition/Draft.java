package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Local;
import skolem.frontend.source.Span;

/// A branch while it is made: what has been decided so far, from left to right.
///
/// @param context with the values assigned so far, and with the guard as its path
/// @param named whether the label is final: the way has left disjunctions and quantifiers
/// @param passing locals bound by quantifiers on the way since the last definition
record Draft(
    Context context,
    Formula guard,
    Branch.Label label,
    boolean named,
    List<Local> passing,
    List<Formula> picks,
    boolean integerPicks,
    @Nullable Trail trail) {

  static Draft start(Context context, String name, Span span, Formulas formulas) {
    return new Draft(
        context,
        formulas.truth(),
        new Branch.Label(name, List.of(), span),
        false,
        List.of(),
        List.of(),
        false,
        null);
  }

  Draft with(Context other) {
    return new Draft(other, guard, label, named, passing, picks, integerPicks, trail);
  }

  /// This draft, where besides `condition` holds.
  Draft under(Formula condition, Formulas formulas) {
    return condition.isTrue()
        ? this
        : new Draft(
            context.under(condition),
            formulas.and(guard, condition),
            label,
            named,
            passing,
            picks,
            integerPicks,
            trail);
  }

  Draft picking(Picking.Pick pick, Formulas formulas) {
    List<Formula> more = new ArrayList<>(picks);
    more.addAll(pick.variables());
    return new Draft(
            context, guard, label, named, passing, more, integerPicks || pick.integers(), trail)
        .under(pick.constraint(), formulas);
  }

  /// This draft on one of several ways to go on.
  Draft turning(Trail.Way way) {
    return new Draft(
        context, guard, label, named, passing, picks, integerPicks, new Trail(trail, way));
  }

  /// How many of the ways that it has turned equal no other: at least as many as it has picked
  /// elements of sets of terms.
  int unique() {
    int count = 0;
    for (Trail at = trail; at != null; at = at.before()) {
      count += at.way() instanceof Trail.Unique ? 1 : 0;
    }
    return count;
  }

  /// The label is final from here on.
  Draft frozen() {
    return named
        ? this
        : new Draft(context, guard, label, true, passing, picks, integerPicks, trail);
  }

  /// A quantifier on the way has bound this local to this value.
  Draft passing(Local local, SymValue value) {
    if (named) {
      return this;
    }
    List<Local> more = new ArrayList<>(passing);
    more.add(local);
    List<Branch.Argument> arguments = new ArrayList<>(label.arguments());
    arguments.add(new Branch.Argument(local.name(), value, List.of()));
    return new Draft(
        context,
        guard,
        new Branch.Label(label.name(), arguments, label.span()),
        false,
        more,
        picks,
        integerPicks,
        trail);
  }

  Draft labelled(Branch.Label other, List<Local> stillPassing) {
    return new Draft(context, guard, other, named, stillPassing, picks, integerPicks, trail);
  }
}
