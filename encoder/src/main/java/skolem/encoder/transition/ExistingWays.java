package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.eval.ActionWays;
import skolem.encoder.eval.Context;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.frontend.kernel.Expr;

/// Whether an action can be taken: the disjunction of its ways, from left to right.
///
/// TLC stops at the first way that it finds, so an evaluation error counts only where none was
/// found before it.
final class ExistingWays implements ActionWays {
  private final BranchExplorer explorer;
  private final Formulas formulas;

  ExistingWays(BranchExplorer explorer, Formulas formulas) {
    this.explorer = explorer;
    this.formulas = formulas;
  }

  @Override
  public Formula exist(Expr action, Context context) {
    Search search = new Search(action, context);
    explorer.walk(action, context.with(search.faults), search::add);
    search.passOnFaults();
    return formulas.or(search.found);
  }

  @Override
  public Formula existToAnyNext(Expr action, Context context) {
    return exist(action, context.with(explorer.toNext(context.states())));
  }

  private final class Search {
    private final Expr action;
    private final Context context;

    /// Variables from here on are chosen within the action.
    private final int firstChoice = formulas.size();

    private final Faults faults = new Faults(formulas);
    private final List<Formula> found = new ArrayList<>();

    Search(Expr action, Context context) {
      this.action = action;
      this.context = context;
    }

    void add(Draft way) {
      if (way.integerPicks()) {
        throw context
            .site(action.span())
            .unsupported(
                "whether an action is enabled that chooses among infinitely many integers is not"
                    + " found out: give a range");
      }
      passOnFaults();
      found.add(chosen(way.guard()));
    }

    /// Reports the errors met since the last way was found.
    void passOnFaults() {
      List<Faults.Fault> met = faults.drain();
      if (!met.isEmpty()) {
        Formula noneYet = formulas.or(found).not();
        context.faults().addAll(met, f -> formulas.and(noneYet, chosen(f)));
      }
    }

    private Formula chosen(Formula formula) {
      List<Formula> choices =
          formulas.variables(formula).stream().filter(v -> v.id() >= firstChoice).toList();
      return formulas.exists(choices, formula);
    }
  }
}
