package skolem.solver.smt;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.BooleanFormulaManager;
import org.sosy_lab.java_smt.api.FormulaManager;
import org.sosy_lab.java_smt.api.NumeralFormula.IntegerFormula;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;
import skolem.solver.choice.ChoiceExpansion;

/// Translates formulas for an SMT solver, each node once per [Use]. Works off a list, operands
/// first; names what is deep, as solvers recurse.
final class SmtTranslator {
  /// Formulas this deep get a name, below quantifiers excepted.
  private static final int DEPTH_UP_TO = 100;

  private final FormulaManager manager;
  private final BooleanFormulaManager booleans;
  private final SmtArithmetic arithmetic;
  private final ChoiceExpansion choices;
  private final Map<Item, BooleanFormula> formulas = new HashMap<>();
  private final Map<TermItem, IntegerFormula> terms = new HashMap<>();
  private final Map<Item, Integer> depths = new HashMap<>();
  private final Map<Formula, BooleanFormula> variables = new LinkedHashMap<>();
  private final Map<IntTerm, IntegerFormula> integers = new LinkedHashMap<>();
  private final Deque<BooleanFormula> constraints = new ArrayDeque<>();
  private int names;

  /// What a translation may assume about where it stands; only choices care.
  private enum Use {
    /// Only its truth matters: a choice is its body, the variables free.
    CLAIMED,
    /// Only its falsity matters: a choice is all its cases.
    DENIED,
    /// Both matter.
    EXACT,
    /// Both matter, and variables may be bound here.
    BOUND;

    /// The use of the terms of a comparison.
    Use whole() {
      return this == BOUND ? BOUND : EXACT;
    }

    Use opposite() {
      return switch (this) {
        case CLAIMED -> DENIED;
        case DENIED -> CLAIMED;
        case EXACT, BOUND -> this;
      };
    }
  }

  /// What is to be translated.
  private sealed interface Item {}

  /// @param formula not negated
  private record FormulaItem(Formula formula, Use use) implements Item {}

  /// @param use EXACT or BOUND
  private record TermItem(IntTerm term, Use use) implements Item {}

  SmtTranslator(FormulaManager manager, ChoiceExpansion choices) {
    this.manager = manager;
    this.booleans = manager.getBooleanFormulaManager();
    this.arithmetic = new SmtArithmetic(booleans, manager.getIntegerFormulaManager());
    this.choices = choices;
  }

  /// The Boolean variables met so far.
  Map<Formula, BooleanFormula> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /// The integer variables met so far.
  Map<IntTerm, IntegerFormula> integers() {
    return Collections.unmodifiableMap(integers);
  }

  /// A constraint that must hold for the translations to be right, each given once; null if none is
  /// left.
  @Nullable BooleanFormula takeConstraint() {
    return constraints.pollFirst();
  }

  /// A formula that implies the given one, and is satisfiable where it is.
  ///
  /// @throws UnsupportedOperationException where the solver has no such operation
  BooleanFormula claimed(Formula formula) {
    FormulaItem root = item(formula, Use.CLAIMED);
    Deque<Item> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      Item item = pending.peek();
      List<Item> missing = operands(item).stream().filter(operand -> !isDone(operand)).toList();
      if (missing.isEmpty()) {
        pending.pop();
        translate(item);
      } else {
        missing.forEach(pending::push);
      }
    }
    return done(formula, Use.CLAIMED);
  }

  // ── Work list ───────────────────────────────────────────────────────────────────────────────

  /// The item of a formula; below a negation sign, its use is the opposite.
  private static FormulaItem item(Formula formula, Use use) {
    return new FormulaItem(formula.positive(), formula.negated() ? use.opposite() : use);
  }

  private boolean isDone(Item item) {
    return switch (item) {
      case FormulaItem _ -> formulas.containsKey(item);
      case TermItem _ -> terms.containsKey(item);
    };
  }

  private BooleanFormula done(Formula formula, Use use) {
    BooleanFormula positive = formulas.get(item(formula, use));
    if (positive == null) {
      throw new IllegalStateException("not translated: " + formula);
    }
    return formula.negated() ? booleans.not(positive) : positive;
  }

  private IntegerFormula done(IntTerm term, Use use) {
    IntegerFormula result = terms.get(new TermItem(term, use.whole()));
    if (result == null) {
      throw new IllegalStateException("not translated: " + term);
    }
    return result;
  }

  private List<Item> operands(Item item) {
    return switch (item) {
      case FormulaItem(var formula, var use) ->
          switch (formula.node()) {
            case Formula.True _, Formula.Variable _ -> List.of();
            case Formula.And(var conjuncts) -> {
              List<Item> operands = new ArrayList<>(conjuncts.size());
              conjuncts.forEach(conjunct -> operands.add(item(conjunct, use)));
              yield operands;
            }
            case Formula.LessEqual(var left, var right) -> terms(left, right, use);
            case Formula.Equal(var left, var right) -> terms(left, right, use);
            case Formula.Exists _ -> {
              Formula free = withoutChoice(formula, use);
              yield List.of(free == null ? bodyItem(formula) : item(free, use));
            }
          };
      case TermItem(var term, var use) ->
          switch (term.node()) {
            case IntTerm.Constant _, IntTerm.Variable _ -> List.of();
            case IntTerm.Sum(var left, var right) -> terms(left, right, use);
            case IntTerm.Product(var left, var right) -> terms(left, right, use);
            case IntTerm.Quotient(var left, var right) -> terms(left, right, use);
            case IntTerm.Remainder(var left, var right) -> terms(left, right, use);
            case IntTerm.Choice(var condition, var then, var otherwise) ->
                List.of(
                    item(condition, use), new TermItem(then, use), new TermItem(otherwise, use));
          };
    };
  }

  private static List<Item> terms(IntTerm left, IntTerm right, Use use) {
    return List.of(new TermItem(left, use.whole()), new TermItem(right, use.whole()));
  }

  private void translate(Item item) {
    if (!isDone(item)) {
      int depth = 1 + operands(item).stream().mapToInt(this::depth).max().orElse(0);
      switch (item) {
        case FormulaItem(var formula, var use) -> {
          BooleanFormula translated = translated(formula, use);
          boolean named = depth > DEPTH_UP_TO && use != Use.BOUND;
          formulas.put(item, named ? name(translated, use) : translated);
          depths.put(item, named ? 0 : depth);
        }
        case TermItem(var term, var use) -> {
          terms.put(new TermItem(term, use), translated(term, use));
          depths.put(item, depth);
        }
      }
    }
  }

  private int depth(Item item) {
    return depths.getOrDefault(item, 0);
  }

  /// A fresh variable that stands for the formula as far as its use asks for.
  private BooleanFormula name(BooleanFormula formula, Use use) {
    BooleanFormula name = booleans.makeVariable("n" + names++);
    constraints.add(
        switch (use) {
          case CLAIMED -> booleans.implication(name, formula);
          case DENIED -> booleans.implication(formula, name);
          case EXACT, BOUND -> booleans.equivalence(name, formula);
        });
    return name;
  }

  // ── One node ────────────────────────────────────────────────────────────────────────────────

  private BooleanFormula translated(Formula formula, Use use) {
    return switch (formula.node()) {
      case Formula.True() -> booleans.makeTrue();
      case Formula.Variable _ ->
          variables.computeIfAbsent(formula, v -> booleans.makeVariable("b" + v.id()));
      case Formula.And(var conjuncts) ->
          booleans.and(conjuncts.stream().map(conjunct -> done(conjunct, use)).toList());
      case Formula.LessEqual(var left, var right) ->
          arithmetic.lessEqual(done(left, use), done(right, use));
      case Formula.Equal(var left, var right) ->
          arithmetic.equal(done(left, use), done(right, use));
      case Formula.Exists(var bound, var body) -> {
        Formula free = withoutChoice(formula, use);
        yield free == null ? quantified(bound, body) : done(free, use);
      }
    };
  }

  /// The formula that stands for a choice in this use, or null where only a quantifier does.
  private @Nullable Formula withoutChoice(Formula choice, Use use) {
    return use == Use.CLAIMED ? choices.witnessed(choice) : choices.cases(choice);
  }

  private static Item bodyItem(Formula choice) {
    return item(((Formula.Exists) choice.node()).body(), Use.BOUND);
  }

  private BooleanFormula quantified(List<Formula> bound, Formula body) {
    List<BooleanFormula> names =
        bound.stream().map(variable -> booleans.makeVariable("b" + variable.id())).toList();
    return manager.getQuantifiedFormulaManager().exists(names, done(body, Use.BOUND));
  }

  private IntegerFormula translated(IntTerm term, Use use) {
    return switch (term.node()) {
      case IntTerm.Constant(var value) -> arithmetic.constant(value);
      case IntTerm.Variable _ -> variable(term);
      case IntTerm.Sum(var left, var right) -> arithmetic.sum(done(left, use), done(right, use));
      case IntTerm.Product(var left, var right) ->
          arithmetic.product(done(left, use), done(right, use));
      case IntTerm.Quotient(var left, var right) ->
          arithmetic.quotient(done(left, use), done(right, use), right.constant());
      case IntTerm.Remainder(var left, var right) ->
          arithmetic.remainder(done(left, use), done(right, use), right.constant());
      case IntTerm.Choice(var condition, var then, var otherwise) ->
          booleans.ifThenElse(done(condition, use), done(then, use), done(otherwise, use));
    };
  }

  private IntegerFormula variable(IntTerm term) {
    IntegerFormula variable = arithmetic.variable("i" + term.id());
    if (integers.put(term, variable) != null) {
      return variable;
    }
    Interval interval = term.interval();
    BigInteger low = interval.low();
    BigInteger high = interval.high();
    if (low != null) {
      constraints.add(arithmetic.lessEqual(arithmetic.constant(low), variable));
    }
    if (high != null) {
      constraints.add(arithmetic.lessEqual(variable, arithmetic.constant(high)));
    }
    return variable;
  }
}
