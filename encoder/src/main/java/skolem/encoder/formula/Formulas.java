package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The only maker of [Formula]s: interns them and simplifies while it builds (constants,
/// duplicates, complements, one level of flattening, absorption, unit resolution).
///
/// One maker serves one check and is dropped with it; all formulas that meet come from one maker,
/// or from an extension of it.
public final class Formulas {
  private static final int FLATTEN_UP_TO = 8;
  private static final int RESOLVE_UP_TO = 16;
  private static final int INSERT_UP_TO = 24;

  private final @Nullable Formulas base;
  private final int inherited;
  private final Map<Formula.Node, Formula> interned = new HashMap<>(1 << 12);
  private final Function<Formula.Node, Formula> making = this::made;
  private final List<Formula> byId = new ArrayList<>();
  private final IntTerms terms;
  private final Formula truth;
  private int variables;
  private Deadline deadline = Deadline.never();

  public Formulas() {
    this.base = null;
    this.inherited = 0;
    this.terms = new IntTerms(null);
    this.truth = intern(new Formula.True());
  }

  private Formulas(Formulas base) {
    this.base = base;
    this.inherited = base.size();
    this.terms = new IntTerms(base.terms);
    this.truth = base.truth;
    this.variables = base.variables;
  }

  /// A maker that shares all formulas made so far and keeps those that it makes to itself. Once
  /// there is an extension, this maker makes nothing more; extensions may then be used on threads
  /// of their own.
  public Formulas extension() {
    return new Formulas(this);
  }

  /// From now on, whoever makes formulas is stopped by a [Deadline.OverException] when the time is
  /// over.
  public void endBy(Deadline end) {
    deadline = end;
  }

  /// @throws Deadline.OverException where the time for making formulas is over
  public void checkTime() {
    deadline.check();
  }

  public Formula truth() {
    return truth;
  }

  public Formula falsity() {
    return truth.not();
  }

  public Formula constant(boolean value) {
    return value ? truth : truth.not();
  }

  /// A variable that no other formula mentions yet.
  ///
  /// @param name for people; made unique by a number
  public Formula freshVariable(String name) {
    return intern(new Formula.Variable(name + "#" + variables++));
  }

  /// How many different nodes there are.
  public int size() {
    return inherited + byId.size();
  }

  /// The positive formula with this id.
  public Formula byId(int id) {
    return base != null && id < inherited ? base.byId(id) : byId.get(id - inherited);
  }

  // ── Connectives ─────────────────────────────────────────────────────────────────────────────

  public Formula and(Formula left, Formula right) {
    if (left.isConstant()) {
      return left.isTrue() ? right : left;
    }
    if (right.isConstant()) {
      return right.isTrue() ? left : right;
    }
    if (left == right) {
      return left;
    }
    return left == right.not() ? falsity() : ofTwo(left, right);
  }

  /// A conjunction of two different formulas, neither the negation of the other; in short where
  /// neither is taken apart.
  private Formula ofTwo(Formula left, Formula right) {
    boolean ascending = left.key() < right.key();
    Formula[] both = {ascending ? left : right, ascending ? right : left};
    if (isFlattened(left) || isFlattened(right) || resolved(both) != both) {
      return conjunction(List.of(left, right));
    }
    checkTime();
    return intern(new Formula.And(List.of(both)));
  }

  public Formula and(Collection<Formula> conjuncts) {
    return conjunction(conjuncts);
  }

  public Formula or(Formula left, Formula right) {
    return and(left.not(), right.not()).not();
  }

  public Formula or(Collection<Formula> disjuncts) {
    List<Formula> negated = new ArrayList<>(disjuncts.size());
    for (Formula disjunct : disjuncts) {
      negated.add(disjunct.not());
    }
    return conjunction(negated).not();
  }

  public Formula implies(Formula premise, Formula conclusion) {
    return and(premise, conclusion.not()).not();
  }

  public Formula iff(Formula left, Formula right) {
    return choice(left, right, right.not());
  }

  /// `then` where `condition`, else `otherwise`.
  public Formula choice(Formula condition, Formula then, Formula otherwise) {
    if (condition.isConstant()) {
      return condition.isTrue() ? then : otherwise;
    }
    if (then == otherwise) {
      return then;
    }
    if (then.isConstant() || then.positive() == condition.positive()) {
      boolean holds = then.isConstant() ? then.isTrue() : then == condition;
      return holds ? or(condition, otherwise) : and(condition.not(), otherwise);
    }
    if (otherwise.isConstant() || otherwise.positive() == condition.positive()) {
      boolean holds = otherwise.isConstant() ? otherwise.isTrue() : otherwise == condition.not();
      return holds ? or(condition.not(), then) : and(condition, then);
    }
    return or(and(condition, then), and(condition.not(), otherwise));
  }

  /// No two of these hold; a chain of as many nodes as there are formulas (sequential counter, Sinz
  /// 2005).
  public Formula atMostOne(Collection<Formula> formulas) {
    List<Formula> constraints = new ArrayList<>();
    Formula before = falsity();
    for (Formula formula : formulas) {
      constraints.add(and(before, formula).not());
      before = or(before, formula);
    }
    return and(constraints);
  }

  /// Whether `body` holds for some values of `bound`; those that it does not mention are dropped.
  public Formula exists(Collection<Formula> bound, Formula body) {
    if (bound.isEmpty() || body.isConstant()) {
      return body;
    }
    Formula defined = new OnePointRule(this, bound).apply(body);
    Formula reduced = new ChoiceElimination(this, bound).apply(defined);
    int oldest = bound.stream().mapToInt(Formula::id).min().orElse(0);
    Set<Formula> free = Support.variables(reduced, oldest);
    List<Formula> mentioned = bound.stream().filter(free::contains).distinct().toList();
    if (mentioned.isEmpty()) {
      return reduced;
    }
    return intern(new Formula.Exists(mentioned, reduced));
  }

  private Formula conjunction(Collection<Formula> given) {
    checkTime();
    Formula[] conjuncts = flattened(given);
    while (true) {
      int count = sortedWithoutRepetition(conjuncts);
      if (count < 0) {
        return falsity();
      }
      conjuncts = conjuncts.length == count ? conjuncts : Arrays.copyOf(conjuncts, count);
      if (count == 0) {
        return truth;
      }
      if (count == 1) {
        return conjuncts[0];
      }
      Formula[] resolved = resolved(conjuncts);
      if (resolved == conjuncts) {
        return intern(new Formula.And(List.of(conjuncts)));
      }
      conjuncts = flattened(Arrays.asList(resolved));
    }
  }

  private static Formula[] flattened(Collection<Formula> given) {
    int count = 0;
    for (Formula formula : given) {
      count += isFlattened(formula) ? ((Formula.And) formula.node()).conjuncts().size() : 1;
    }
    Formula[] flat = new Formula[count];
    int next = 0;
    for (Formula formula : given) {
      if (isFlattened(formula)) {
        for (Formula inner : ((Formula.And) formula.node()).conjuncts()) {
          flat[next++] = inner;
        }
      } else {
        flat[next++] = formula;
      }
    }
    return flat;
  }

  private static boolean isFlattened(Formula formula) {
    return !formula.negated()
        && formula.node() instanceof Formula.And(var inner)
        && inner.size() <= FLATTEN_UP_TO;
  }

  /// Sorts in place, drops TRUE and duplicates; the count kept, or -1 where the whole is FALSE.
  private static int sortedWithoutRepetition(Formula[] conjuncts) {
    sort(conjuncts);
    int kept = 0;
    for (Formula formula : conjuncts) {
      if (formula.isFalse() || (kept > 0 && conjuncts[kept - 1] == formula.not())) {
        return -1;
      }
      if (!formula.isTrue() && (kept == 0 || conjuncts[kept - 1] != formula)) {
        conjuncts[kept++] = formula;
      }
    }
    return kept;
  }

  /// Short arrays, which most are, without a comparator.
  private static void sort(Formula[] conjuncts) {
    if (conjuncts.length > INSERT_UP_TO) {
      Arrays.sort(conjuncts, Comparator.comparingInt(Formula::key));
      return;
    }
    for (int i = 1; i < conjuncts.length; i++) {
      Formula formula = conjuncts[i];
      int at = i;
      while (at > 0 && conjuncts[at - 1].key() > formula.key()) {
        conjuncts[at] = conjuncts[at - 1];
        at--;
      }
      conjuncts[at] = formula;
    }
  }

  /// The conjuncts with each short disjunction among them dropped where another conjunct implies
  /// it, and shortened where another conjunct denies one of its members; the same array if none.
  private Formula[] resolved(Formula[] conjuncts) {
    long present = 0;
    for (Formula conjunct : conjuncts) {
      present |= conjunct.signature();
    }
    Formula[] result = conjuncts;
    for (int i = 0; i < conjuncts.length; i++) {
      Formula formula = conjuncts[i];
      if (formula.negated()
          && (formula.signatures() & present) != 0
          && formula.node() instanceof Formula.And(var denied)
          && denied.size() <= RESOLVE_UP_TO) {
        Formula shorter = shortened(formula, denied, conjuncts);
        if (shorter != formula) {
          result = result == conjuncts ? conjuncts.clone() : result;
          result[i] = shorter;
        }
      }
    }
    return result;
  }

  private Formula shortened(Formula disjunction, List<Formula> denied, Formula[] among) {
    List<Formula> left = null;
    for (int j = 0; j < denied.size(); j++) {
      Formula member = denied.get(j);
      if (contains(among, member.not())) {
        return truth;
      }
      if (contains(among, member)) {
        if (left == null) {
          left = new ArrayList<>(denied.subList(0, j));
        }
      } else if (left != null) {
        left.add(member);
      }
    }
    return left == null ? disjunction : conjunction(left).not();
  }

  private static boolean contains(Formula[] sorted, Formula formula) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(sorted[middle].key(), formula.key());
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  private Formula intern(Formula.Node node) {
    Formula inBase = base == null ? null : base.known(node);
    return inBase == null ? interned.computeIfAbsent(node, making) : inBase;
  }

  private @Nullable Formula known(Formula.Node node) {
    Formula inBase = base == null ? null : base.known(node);
    return inBase == null ? interned.get(node) : inBase;
  }

  private Formula made(Formula.Node node) {
    Formula made = new Formula(size(), node);
    byId.add(made);
    return made;
  }

  // ── Integers ────────────────────────────────────────────────────────────────────────────────

  /// The maker of this maker's integer terms.
  public IntTerms terms() {
    return terms;
  }

  public Formula lessEqual(IntTerm left, IntTerm right) {
    Interval l = left.interval();
    Interval r = right.interval();
    if (left == right
        || (l.high() != null && r.low() != null && l.high().compareTo(r.low()) <= 0)) {
      return truth;
    }
    if (l.low() != null && r.high() != null && l.low().compareTo(r.high()) > 0) {
      return falsity();
    }
    return intern(new Formula.LessEqual(left, right));
  }

  public Formula equal(IntTerm left, IntTerm right) {
    if (left == right) {
      return truth;
    }
    Interval l = left.interval();
    Interval r = right.interval();
    boolean apart =
        (l.high() != null && r.low() != null && l.high().compareTo(r.low()) < 0)
            || (r.high() != null && l.low() != null && r.high().compareTo(l.low()) < 0);
    if (apart) {
      return falsity();
    }
    return left.id() < right.id()
        ? intern(new Formula.Equal(left, right))
        : intern(new Formula.Equal(right, left));
  }

  /// The formula with each of these variables replaced by its image.
  public Formula substitute(Formula formula, Map<Formula, Formula> images) {
    return new Substitution(this, images, /* repeated= */ false).apply(formula);
  }

  /// The formula where one of these variables is TRUE and all others are FALSE, for any of them.
  public OnlyOne onlyOne(Formula formula, Collection<Formula> variables) {
    return new OnlyOne(this, formula, variables);
  }

  /// All variables that a formula mentions free.
  public Set<Formula> variables(Formula formula) {
    return variables(List.of(formula));
  }

  /// All variables that some of these formulas mention free.
  public Set<Formula> variables(Collection<Formula> formulas) {
    return new LinkedHashSet<>(Support.variables(formulas));
  }
}
