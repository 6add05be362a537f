package skolem.encoder.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Removes quantified variables where a formula says how great they may be at most, and otherwise
/// wants them great: `\E p : (p => a) /\ c(p)`, c monotone in p, is `c(a)` (Ackermann 1935); and
/// the same with small for great.
///
/// This is what becomes of the choice of a subset: each element may be chosen under a condition,
/// and what is asked is that there be some. Where all variables can be removed, and none of them
/// limits another, they are removed together. If a disjunction stands in the way, it is distributed
/// over the conjuncts next to it, where all variables can be removed from each case; else they are
/// removed in rounds.
final class ChoiceElimination {
  /// Disjunctions with more members are not distributed.
  private static final int MOST_CASES = 12;

  private final Formulas formulas;
  private final Set<Formula> bound;
  private final Map<Formula, Integer> numbers = new HashMap<>();
  private final Map<Formula, Occurrences> known = new HashMap<>();
  private final int oldest;

  ChoiceElimination(Formulas formulas, Collection<Formula> bound) {
    this.formulas = formulas;
    this.bound = new LinkedHashSet<>(bound);
    this.oldest = bound.stream().mapToInt(Formula::id).min().orElse(0);
    this.bound.forEach(variable -> numbers.put(variable, numbers.size()));
  }

  /// An equivalent of `\E bound : body`, under the same quantifier, that may mention fewer of the
  /// variables.
  Formula apply(Formula body) {
    Formula free = free(body);
    if (free == null) {
      free = byCases(body);
    }
    if (free != null) {
      return free;
    }
    return inRounds(body);
  }

  /// Without the variables that can be removed: in each round, those that do not limit one another.
  private Formula inRounds(Formula body) {
    Formula result = body;
    List<Formula> left = new ArrayList<>(bound);
    while (true) {
      Round round = new Round(conjuncts(result));
      left.forEach(round::remove);
      if (round.images.isEmpty()) {
        return result;
      }
      result = round.result();
      result = round.result();
      left.removeAll(round.images.keySet());
    }
  }

  /// Without any of the variables; null where they cannot be removed together.
  private @Nullable Formula free(Formula body) {
    Round all = new Round(conjuncts(body));
    for (Formula variable : bound) {
      all.remove(variable);
      if (!all.images.containsKey(variable)) {
        return null;
      }
    }
    return all.result();
  }

  /// Each member of the one disjunction that stands in the way on its own, together with the
  /// conjuncts next to it.
  private @Nullable Formula byCases(Formula body) {
    List<Formula> others = new ArrayList<>(conjuncts(body));
    List<Formula> obstacles = others.stream().filter(c -> occurrences(c).both()).toList();
    if (obstacles.size() != 1
        || !obstacles.getFirst().negated()
        || !(obstacles.getFirst().node() instanceof Formula.And(var denied))
        || denied.size() > MOST_CASES) {
      return null;
    }
    others.remove(obstacles.getFirst());
    List<Formula> cases = new ArrayList<>(denied.size());
    for (Formula member : denied) {
      List<Formula> together = new ArrayList<>(others);
      together.add(member.not());
      Formula free = free(formulas.and(together));
      if (free == null) {
        return null;
      }
      cases.add(free);
    }
    return formulas.or(cases);
  }

  private static List<Formula> conjuncts(Formula body) {
    return !body.negated() && body.node() instanceof Formula.And(var parts) ? parts : List.of(body);
  }

  /// What is removed from one formula together: images may mention one another, and none mentions,
  /// directly or through others, a variable that is removed after it.
  private final class Round {
    private List<Formula> conjuncts;
    private final Map<Formula, Formula> images = new LinkedHashMap<>();
    private final Map<Integer, BitSet> reach = new HashMap<>();
    private final BitSet mentioned = new BitSet();

    Round(List<Formula> conjuncts) {
      this.conjuncts = conjuncts;
    }

    Formula result() {
      return new Substitution(formulas, images, /* repeated= */ true)
          .apply(formulas.and(conjuncts));
    }

    void remove(Formula variable) {
      if (!mentioned.get(number(variable)) && !remove(variable, variable)) {
        remove(variable, variable.not());
      }
    }

    /// @param literal what the bounds limit from above: `literal => bound`
    private boolean remove(Formula variable, Formula literal) {
      List<Formula> limits = new ArrayList<>();
      List<Formula> others = new ArrayList<>();
      for (Formula conjunct : conjuncts) {
        if (!occurs(literal.not(), conjunct)) {
          others.add(conjunct);
        } else {
          Formula limit = occurs(literal, conjunct) ? null : limit(conjunct, literal);
          if (limit == null) {
            return false;
          }
          limits.add(limit);
        }
      }
      Formula most = formulas.and(limits);
      conjuncts = others;
      images.put(variable, literal.negated() ? most.not() : most);
      BitSet reached = reached(most);
      reach.put(number(variable), reached);
      mentioned.or(reached);
      return true;
    }

    private BitSet reached(Formula image) {
      BitSet direct = occurrences(image).all();
      BitSet reached = (BitSet) direct.clone();
      direct.stream().mapToObj(reach::get).filter(Objects::nonNull).forEach(reached::or);
      return reached;
    }
  }

  /// The bound that a conjunct puts on the literal; null where it is not of that form.
  private @Nullable Formula limit(Formula conjunct, Formula literal) {
    if (conjunct == literal.not()) {
      return formulas.falsity();
    }
    if (!conjunct.negated()
        || !(conjunct.node() instanceof Formula.And(var denied))
        || !denied.contains(literal)) {
      return null;
    }
    List<Formula> rest = new ArrayList<>(denied);
    rest.remove(literal);
    for (Formula other : rest) {
      if (occurs(literal, other) || occurs(literal.not(), other)) {
        return null;
      }
    }
    return formulas.and(rest).not();
  }

  // ── Occurrences ─────────────────────────────────────────────────────────────────────────────

  /// Which of the variables occur in a formula: as such, and negated.
  private record Occurrences(BitSet positive, BitSet negative) {
    static final Occurrences NONE = new Occurrences(new BitSet(), new BitSet());

    boolean both() {
      return !positive.isEmpty() && !negative.isEmpty();
    }

    BitSet all() {
      BitSet all = (BitSet) positive.clone();
      all.or(negative);
      return all;
    }

    Occurrences flippedIf(boolean flip) {
      return flip ? new Occurrences(/* positive= */ negative, /* negative= */ positive) : this;
    }
  }

  /// Whether a variable occurs in a formula with the sign of this literal.
  private boolean occurs(Formula literal, Formula formula) {
    Occurrences all = occurrences(formula);
    return (literal.negated() ? all.negative() : all.positive()).get(number(literal));
  }

  private int number(Formula literal) {
    return Objects.requireNonNull(numbers.get(literal.positive()));
  }

  private Occurrences occurrences(Formula formula) {
    if (formula.id() < oldest) {
      // A formula is younger than its parts.
      return Occurrences.NONE;
    }
    Formula positive = formula.positive();
    Occurrences all = known.get(positive);
    if (all == null) {
      all = compute(positive);
      known.put(positive, all);
    }
    return all.flippedIf(formula.negated());
  }

  private Occurrences compute(Formula formula) {
    return switch (formula.node()) {
      case Formula.True() -> Occurrences.NONE;
      case Formula.Variable _ -> {
        Integer number = numbers.get(formula);
        if (number == null) {
          yield Occurrences.NONE;
        }
        BitSet positive = new BitSet();
        positive.set(number);
        yield new Occurrences(positive, new BitSet());
      }
      case Formula.And(var parts) -> {
        Occurrences all = new Occurrences(new BitSet(), new BitSet());
        for (Formula part : parts) {
          Occurrences one = occurrences(part);
          all.positive().or(one.positive());
          all.negative().or(one.negative());
        }
        yield all;
      }
      case Formula.Exists(_, var body) -> occurrences(body);
      case Formula.LessEqual _, Formula.Equal _ -> {
        BitSet both = new BitSet();
        for (Formula variable : Support.variables(formula, oldest)) {
          Integer number = numbers.get(variable);
          if (number != null) {
            both.set(number);
          }
        }
        yield new Occurrences(both, both);
      }
    };
  }
}
