package skolem.solver.sat;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.solver.library.NativeLibraries;
import skolem.solver.session.Budget;
import skolem.solver.session.EngineFailure;
import skolem.solver.session.Watchdog;

/// Z3's solver for finite domains (`QF_FD`), given clauses.
final class Z3Engine implements SatEngine {
  private final long memoryBefore = Watchdog.memory();
  private final Context context;
  private final Solver solver;
  private final List<BoolExpr> variables = new ArrayList<>();
  private final List<BoolExpr> negations = new ArrayList<>();
  private final Set<BoolExpr> core = new HashSet<>();
  private @Nullable Model model;
  private @Nullable String failure;
  private String reason = "";

  private Z3Engine(Context context) {
    this.context = context;
    this.solver = context.mkSolver("QF_FD");
    Params parameters = context.mkParams();
    parameters.add("random_seed", 0);
    solver.setParameters(parameters);
  }

  /// @throws skolem.frontend.source.RejectedException where the libraries do not load
  static Z3Engine open() {
    NativeLibraries.load("z3", "Z3");
    NativeLibraries.load("z3java", "Z3");
    // Z3's bindings would look on the Java library path again.
    System.setProperty("z3.skipLibraryLoad", "true");
    return new Z3Engine(new Context());
  }

  @Override
  public String name() {
    return "Z3 (finite domains)";
  }

  @Override
  public void addClause(int[] literals, int length) {
    BoolExpr[] members = new BoolExpr[length];
    for (int i = 0; i < length; i++) {
      members[i] = expression(literals[i]);
    }
    try {
      solver.add(new BoolExpr[] {length == 1 ? members[0] : context.mkOr(members)});
    } catch (Z3Exception e) {
      failure = "Z3 failed: " + e.getMessage();
    }
  }

  private BoolExpr expression(int literal) {
    int variable = Math.abs(literal);
    while (variables.size() < variable) {
      BoolExpr made = context.mkBoolConst(context.mkSymbol(variables.size() + 1));
      variables.add(made);
      negations.add(context.mkNot(made));
    }
    return (literal > 0 ? variables : negations).get(variable - 1);
  }

  @Override
  public Result solve(int[] assumptions, Budget budget) {
    BoolExpr[] assumed = new BoolExpr[assumptions.length];
    for (int i = 0; i < assumptions.length; i++) {
      assumed[i] = expression(assumptions[i]);
    }
    core.clear();
    model = null;
    if (contradictory(assumptions)) {
      return Result.UNSATISFIABLE;
    }
    if (failure != null) {
      throw new EngineFailure(failure);
    }
    try (Watchdog watchdog = Watchdog.over(budget, memoryBefore, context::interrupt)) {
      Status status = solver.check(assumed);
      return switch (status) {
        case SATISFIABLE -> {
          model = solver.getModel();
          yield Result.SATISFIABLE;
        }
        case UNSATISFIABLE -> {
          core.addAll(List.of(solver.getUnsatCore()));
          yield Result.UNSATISFIABLE;
        }
        case UNKNOWN -> {
          EngineFailure full = watchdog.failure(name());
          if (full != null) {
            throw full;
          }
          reason = watchdog.fired() ? budget.exceeded() : "Z3: " + solver.getReasonUnknown();
          yield Result.UNKNOWN;
        }
      };
    } catch (Z3Exception e) {
      failure = "Z3 failed: " + e.getMessage();
      throw new EngineFailure(failure);
    }
  }

  /// Whether a literal and its negation are assumed, which then are the core: asked to find that,
  /// Z3 gives an empty one.
  private boolean contradictory(int[] assumptions) {
    Set<Integer> seen = new HashSet<>();
    for (int assumption : assumptions) {
      if (seen.contains(-assumption)) {
        core.add(expression(assumption));
        core.add(expression(-assumption));
        return true;
      }
      seen.add(assumption);
    }
    return false;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean value(int variable) {
    if (model == null || variable > variables.size()) {
      return false;
    }
    return model.getConstInterp(variables.get(variable - 1)) instanceof BoolExpr value
        && value.isTrue();
  }

  @Override
  public boolean failed(int assumption) {
    return core.contains(expression(assumption));
  }

  @Override
  public void close() {
    context.close();
  }
}
