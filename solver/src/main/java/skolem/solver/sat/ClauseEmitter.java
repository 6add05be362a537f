package skolem.solver.sat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;

/// Turns formulas into clauses by polarity (Plaisted, Greenbaum 1986): a conjunction that occurs
/// below an assertion gets a variable, and one half of its definition, when it first occurs with
/// that sign.
///
/// What is asserted itself needs no variable: conjunctions are split, disjunctions are clauses, and
/// from then on the formula counts as a constant. Works off lists, so that formulas may be as deep
/// as memory allows.
final class ClauseEmitter {
  /// Disjunctions of at most this many members are written into the clauses that use them.
  private static final int INLINE_UP_TO = 4;

  private static final byte DEFINED_BELOW = 1;
  private static final byte DEFINED_ABOVE = 2;
  private static final byte ASSERTED = 4;
  private static final byte DENIED = 8;
  private static final Comparator<Formula> BY_KEY = Comparator.comparingInt(Formula::key);

  private final PropositionalForm form;
  private final SatEngine engine;
  private final IntList definitions = new IntList();
  private final IntList clause = new IntList();
  private final IntList inputs = new IntList();
  private boolean clauseHolds;
  private int[] variables = new int[1024];
  private byte[] states = new byte[1024];
  private int variableCount;
  private long clauseCount;

  ClauseEmitter(PropositionalForm form, SatEngine engine) {
    this.form = form;
    this.engine = engine;
  }

  int variableCount() {
    return variableCount;
  }

  long clauseCount() {
    return clauseCount;
  }

  /// The ids of the Boolean variables that some clause mentions.
  IntList inputs() {
    return inputs;
  }

  /// The solver's variable for the formula variable with this id, or 0.
  int variable(int id) {
    return id < variables.length ? variables[id] : 0;
  }

  /// Adds clauses that hold exactly where the formula does, apart from auxiliary variables.
  void assertTrue(Formula formula) {
    conjoin(formula);
    settle();
  }

  /// A literal that implies the formula, to be assumed.
  int assumption(Formula formula) {
    Formula plain = form.of(formula);
    if (plain.isTrue() || isAsserted(plain)) {
      return constant(true);
    }
    if (plain.isFalse() || isAsserted(plain.not())) {
      return constant(false);
    }
    int literal = literal(plain);
    settle();
    return literal;
  }

  /// The literal of TRUE or FALSE: the constant's own variable is denied or asserted once.
  private int constant(boolean value) {
    if (variables[0] == 0) {
      variables[0] = ++variableCount;
      begin();
      clause.add(variables[0]);
      end();
    }
    return value ? variables[0] : -variables[0];
  }

  /// Adds the clause: where the choice fails, so does this instance of its body.
  void learn(Formula choice, Formula instance) {
    begin();
    clause.add(variableOf(choice));
    add(instance.not());
    end();
    settle();
  }

  /// The choices that the engine's model denies although no clause says why they fail.
  List<Formula> deniedChoices() {
    List<Formula> denied = new ArrayList<>();
    for (Formula choice : form.unexpanded()) {
      int variable = variable(choice.id());
      if (variable != 0 && !engine.value(variable)) {
        denied.add(choice);
      }
    }
    return denied;
  }

  /// Emits all that is still to be said of what was asserted and assumed.
  void settle() {
    while (!definitions.isEmpty() || form.hasConstraints()) {
      if (definitions.isEmpty()) {
        conjoin(form.takeConstraint());
      } else {
        define(definitions.removeLast());
      }
    }
  }

  // ── Assertions ──────────────────────────────────────────────────────────────────────────────

  private void conjoin(Formula formula) {
    Deque<Formula> pending = new ArrayDeque<>();
    pending.push(formula);
    while (!pending.isEmpty()) {
      Formula next = form.of(pending.pop());
      if (next.isTrue() || isAsserted(next)) {
        continue;
      }
      if (next.isFalse() || isAsserted(next.not())) {
        begin();
        end();
        continue;
      }
      boolean named = variable(next.id()) != 0;
      if (next.node() instanceof Formula.And(var conjuncts)) {
        if (next.negated()) {
          disjoin(conjuncts, 0);
        } else {
          conjuncts.reversed().forEach(pending::push);
        }
      }
      if (named || !(next.node() instanceof Formula.And)) {
        begin();
        clause.add(next.negated() ? -variableOf(next) : variableOf(next));
        end();
      }
      ensure(next.id());
      states[next.id()] |= next.negated() ? DENIED : ASSERTED;
    }
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  private void define(int key) {
    Formula formula = form.byId(key >> 1);
    List<Formula> conjuncts = ((Formula.And) formula.node()).conjuncts();
    int variable = variables[formula.id()];
    if ((key & 1) == 0) {
      for (Formula conjunct : conjuncts) {
        begin();
        clause.add(-variable);
        add(conjunct);
        end();
      }
    } else {
      disjoin(conjuncts, variable);
    }
  }

  /// Clauses for: the literal `unless`, if it is not 0, or else one of `denied` is FALSE.
  private void disjoin(List<Formula> denied, int unless) {
    Formula condition = condition(denied);
    if (condition != null) {
      arm(denied.get(0), condition, unless);
      arm(denied.get(1), condition.not(), unless);
      return;
    }
    begin();
    if (unless != 0) {
      clause.add(unless);
    }
    for (Formula formula : denied) {
      add(formula.not());
    }
    end();
  }

  /// One side of `(condition and …) or (not condition and …)`, which needs no auxiliary variables:
  /// the condition implies the rest of its side.
  private void arm(Formula side, Formula condition, int unless) {
    for (Formula member : ((Formula.And) side.node()).conjuncts()) {
      if (member != condition) {
        begin();
        if (unless != 0) {
          clause.add(unless);
        }
        add(condition.not());
        add(member);
        end();
      }
    }
  }

  /// The formula that chooses between two denied conjunctions: a member of the first whose negation
  /// is a member of the second.
  private static @Nullable Formula condition(List<Formula> denied) {
    if (denied.size() == 2
        && denied.get(0).negated()
        && denied.get(0).node() instanceof Formula.And(var left)
        && denied.get(1).negated()
        && denied.get(1).node() instanceof Formula.And(var right)) {
      for (Formula member : left) {
        if (Collections.binarySearch(right, member.not(), BY_KEY) >= 0) {
          return member;
        }
      }
    }
    return null;
  }

  // ── Clauses ─────────────────────────────────────────────────────────────────────────────────

  private void begin() {
    clause.clear();
    clauseHolds = false;
  }

  private void add(Formula formula) {
    Formula plain = form.of(formula);
    if (plain.negated()
        && plain.node() instanceof Formula.And(var denied)
        && denied.size() <= INLINE_UP_TO
        && variable(plain.id()) == 0
        && !isAsserted(plain)) {
      for (Formula member : denied) {
        addLiteral(form.of(member.not()));
      }
    } else {
      addLiteral(plain);
    }
  }

  private void addLiteral(Formula plain) {
    if (plain.isTrue() || isAsserted(plain)) {
      clauseHolds = true;
    } else if (!plain.isFalse() && !isAsserted(plain.not())) {
      clause.add(literal(plain));
    }
  }

  private void end() {
    if (!clauseHolds) {
      clauseCount++;
      engine.addClause(clause.array(), clause.size());
    }
  }

  /// The formula's literal; the half of its definition that gives the literal its meaning here is
  /// put on the list unless done.
  private int literal(Formula plain) {
    int variable = variableOf(plain);
    if (plain.node() instanceof Formula.And) {
      byte half = plain.negated() ? DEFINED_ABOVE : DEFINED_BELOW;
      if ((states[plain.id()] & half) == 0) {
        states[plain.id()] |= half;
        definitions.add(plain.key());
      }
    }
    return plain.negated() ? -variable : variable;
  }

  private int variableOf(Formula plain) {
    int id = plain.id();
    ensure(id);
    if (variables[id] == 0) {
      variables[id] = ++variableCount;
      if (plain.node() instanceof Formula.Variable) {
        inputs.add(id);
      }
    }
    return variables[id];
  }

  private boolean isAsserted(Formula plain) {
    return plain.id() < states.length
        && (states[plain.id()] & (plain.negated() ? DENIED : ASSERTED)) != 0;
  }

  private void ensure(int id) {
    if (id >= variables.length) {
      int length = Math.max(id + 1, 2 * variables.length);
      variables = Arrays.copyOf(variables, length);
      states = Arrays.copyOf(states, length);
    }
  }
}
