package skolem.encoder.transition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.Env;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.MentionedVariables;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// A state that may be any within bounds: `x \in S`, `x \subseteq S` and `x = e` among the
/// conjuncts of a predicate, in whatever order they stand. A variable that no conjunct bounds may
/// have any value that is made of what the initial predicate and the next-state relation assign to
/// it, where that is a finite number of constants.
///
/// @param constraint what the choices must satisfy
/// @param choices the Boolean variables that choose the state
/// @param bounding the conjuncts that were used as bounds, which therefore hold
/// @param assigned the variables that are bounded by what is assigned to them
public record ArbitraryState(
    List<SymValue> values,
    Formula constraint,
    List<Formula> choices,
    List<Expr> bounding,
    List<String> assigned) {

  public ArbitraryState {
    values = List.copyOf(values);
    choices = List.copyOf(choices);
    bounding = List.copyOf(bounding);
    assigned = List.copyOf(assigned);
  }

  /// @param behaviour what assigns values to the variables
  /// @throws RejectedException where a variable is not bounded
  public static ArbitraryState within(
      List<Expr> conjuncts,
      Model.Behaviour behaviour,
      List<Variable> variables,
      SymbolicEvaluator evaluator) {
    Search search = new Search(variables, evaluator);
    while (search.bindOne(conjuncts)) {}
    search.bindByAssignments(behaviour);
    return search.result();
  }

  private static final class Search {
    private static final int ROUNDS = 12;

    private final List<Variable> variables;
    private final SymbolicEvaluator evaluator;
    private final Algebra algebra;
    private final Assignability assignability = new Assignability();
    private final BranchExplorer explorer;
    private final @Nullable SymValue[] values;
    private final List<Formula> constraints = new ArrayList<>();
    private final List<Formula> choices = new ArrayList<>();
    private final List<Expr> bounding = new ArrayList<>();
    private final List<String> assigned = new ArrayList<>();

    Search(List<Variable> variables, SymbolicEvaluator evaluator) {
      this.variables = variables;
      this.evaluator = evaluator;
      this.algebra = evaluator.algebra();
      this.explorer = new BranchExplorer(evaluator, variables);
      this.values = new SymValue[variables.size()];
    }

    /// Uses the first conjunct that bounds a free variable by others that are bound; equations
    /// first, since they leave nothing to choose.
    boolean bindOne(List<Expr> conjuncts) {
      return bindFirst(conjuncts, Builtin.EQUAL)
          || bindFirst(conjuncts, Builtin.IN)
          || bindFirst(conjuncts, Builtin.SUBSET_EQ)
          || bindByChoice(conjuncts);
    }

    /// Uses the first conjunct of the form `\E A \in S : x = e`, where that is one way to choose x.
    private boolean bindByChoice(List<Expr> conjuncts) {
      for (Expr conjunct : conjuncts) {
        if (conjunct instanceof Expr.Quantified chosen
            && !chosen.universal()
            && lacking(MentionedVariables.of(conjunct)) == 1
            && bindByChoice(conjunct)) {
          return true;
        }
      }
      return false;
    }

    private boolean bindByChoice(Expr conjunct) {
      Faults faults = new Faults(algebra.formulas());
      int unsetReads = evaluator.unsetReads();
      List<BranchExplorer.Partial> ways;
      try {
        ways = explorer.partial(conjunct, States.of(Arrays.asList(values.clone())), faults);
      } catch (RejectedException _) {
        return false;
      }
      // A way that is not there may have an error that is no error of the conjunct.
      if (ways.size() != 1 || evaluator.unsetReads() != unsetReads || !faults.all().isEmpty()) {
        return false;
      }
      boolean bound = false;
      for (Variable variable : variables) {
        SymValue value = ways.getFirst().states().current(variable);
        bound |= value != null && values[variable.index()] == null;
        values[variable.index()] = value;
      }
      constraints.add(ways.getFirst().guard());
      choices.addAll(ways.getFirst().picks());
      algebra.witnesses().take(ways.getFirst().witnesses());
      bounding.add(conjunct);
      return bound;
    }

    private long lacking(Set<Variable> mentioned) {
      return mentioned.stream().filter(v -> values[v.index()] == null).count();
    }

    private boolean bindFirst(List<Expr> conjuncts, Builtin form) {
      for (Expr conjunct : conjuncts) {
        if (conjunct instanceof Expr.Native bound && bound.builtin() == form) {
          Variable variable = assignability.variable(bound.value(0), Env.EMPTY);
          if (variable != null
              && values[variable.index()] == null
              && known(MentionedVariables.of(bound.value(1)))) {
            bind(variable, bound);
            return true;
          }
        }
      }
      return false;
    }

    private boolean known(Set<Variable> mentioned) {
      return mentioned.stream().allMatch(v -> values[v.index()] != null);
    }

    private void bind(Variable variable, Expr.Native bound) {
      Faults faults = new Faults(algebra.formulas());
      States states = States.of(Arrays.asList(values.clone()));
      Context context = evaluator.start(states, faults);
      SymValue right = evaluator.evaluate(bound.value(1), context);
      if (bound.builtin() == Builtin.EQUAL) {
        values[variable.index()] = right;
      } else {
        SymValue set = bound.builtin() == Builtin.SUBSET_EQ ? new SymValue.PowerSet(right) : right;
        Picking.Pick pick = algebra.pickState(set, variable.name(), context.site(bound.span()));
        values[variable.index()] = pick.value();
        constraints.add(pick.constraint());
        choices.addAll(pick.variables());
      }
      exclude(faults);
      bounding.add(bound);
    }

    /// Bounds what is still free by what is assigned to it, if a fixed point comes soon.
    void bindByAssignments(Model.Behaviour behaviour) {
      List<Variable> free = variables.stream().filter(v -> values[v.index()] == null).toList();
      if (free.isEmpty()) {
        return;
      }
      AssignedShape shape = new AssignedShape(algebra);
      Map<Variable, SymValue> shapes = new LinkedHashMap<>();
      Faults faults = new Faults(algebra.formulas());
      for (Branch branch : explorer.initial(behaviour.init(), faults)) {
        free.forEach(v -> shapes.merge(v, branch.values().get(v.index()), shape::join));
      }
      for (int round = 0; round < ROUNDS && isListed(free, shapes); round++) {
        AssignedShape any = new AssignedShape(algebra);
        List<@Nullable SymValue> state = new ArrayList<>(Arrays.asList(values));
        shapes.forEach((v, value) -> state.set(v.index(), any.any(value)));
        Map<Variable, Object> before = skeletons(shapes);
        for (Branch branch : explorer.next(behaviour.next(), States.of(state), faults)) {
          free.forEach(v -> shapes.merge(v, branch.values().get(v.index()), shape::join));
        }
        faults.requireWithinLimits();
        if (before.equals(skeletons(shapes))) {
          free.forEach(v -> values[v.index()] = state.get(v.index()));
          free.forEach(v -> assigned.add(v.name()));
          choices.addAll(any.choices());
          return;
        }
      }
    }

    private static boolean isListed(List<Variable> free, Map<Variable, SymValue> shapes) {
      return shapes.size() == free.size()
          && shapes.values().stream().allMatch(AssignedShape::isListed);
    }

    private static Map<Variable, Object> skeletons(Map<Variable, SymValue> shapes) {
      Map<Variable, Object> skeletons = new LinkedHashMap<>();
      shapes.forEach((variable, value) -> skeletons.put(variable, AssignedShape.of(value)));
      return skeletons;
    }

    private void exclude(Faults faults) {
      faults.requireWithinLimits();
      faults.all().forEach(f -> constraints.add(f.condition().not()));
    }

    ArbitraryState result() {
      List<SymValue> all = new ArrayList<>();
      List<Variable> free = new ArrayList<>();
      for (Variable variable : variables) {
        SymValue value = values[variable.index()];
        if (value == null) {
          free.add(variable);
        } else {
          all.add(value);
        }
      }
      if (!free.isEmpty()) {
        throw unbounded(free);
      }
      return new ArbitraryState(
          all, algebra.formulas().and(constraints), choices, bounding, assigned);
    }

    private static RejectedException unbounded(List<Variable> free) {
      String names = free.stream().map(v -> "`" + v.name() + "`").collect(Collectors.joining(", "));
      return new RejectedException(
          Diagnostic.error(
                  Code.UNSUPPORTED,
                  free.getFirst().span(),
                  "nothing bounds " + names + " in the invariant")
              .with(
                  Span.NONE,
                  free.stream()
                      .map(v -> "add a conjunct `" + v.name() + " \\in S` for all its values")
                      .collect(Collectors.joining("; "))));
    }
  }
}
