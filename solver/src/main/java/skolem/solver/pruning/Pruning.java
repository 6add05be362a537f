package skolem.solver.pruning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Lanes;
import skolem.encoder.formula.Valuation;
import skolem.encoder.transition.Branch;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.value.ModelValue;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Leaves out of each frame what no behaviour reaches. The encoding knows place by place which
/// constants may occur, and branch by branch which may be enabled; the solver knows which of them
/// are on a behaviour.
///
/// What one of many random behaviours shows is not asked about. Of the rest, each model of the
/// solver shows some, until it says that none of those left can be true (as implied literals are
/// found in SAT-based backbone computation: Janota, Lynce, Marques-Silva, AI Communications 2015).
/// Of what differs in interchangeable values only, one is asked about.
public final class Pruning {
  private final Unrolling unrolling;
  private final Formulas formulas;
  private final SolverSession session;
  private final Budget question;
  private final Orbits orbits;
  private final RandomBehaviours behaviours;
  private final Map<Integer, List<Formula>> denials = new HashMap<>();
  private int simulated;
  private Set<Object> possibleFacts = Set.of();
  private Set<Object> possibleBranches = Set.of();

  /// @param session in which the constraints of all frames are asserted, and nothing that excludes
  ///   all behaviours to a state
  /// @param question what each question may cost
  /// @param interchangeable sets of values, each ascending: what a permutation of one of them makes
  ///   of a behaviour of the model is one, too
  public Pruning(
      Unrolling unrolling,
      SolverSession session,
      Budget question,
      List<List<ModelValue>> interchangeable) {
    this.unrolling = unrolling;
    this.formulas = unrolling.formulas();
    this.session = session;
    this.question = question;
    this.orbits = new Orbits(interchangeable);
    this.behaviours = new RandomBehaviours(formulas);
  }

  /// Leaves out of the last frame's state what is never true of it.
  ///
  /// @param time how long it may take; where that is not enough, not all is left out
  public void pruneState(Duration time) {
    List<Frame> frames = unrolling.frames();
    for (; simulated < frames.size(); simulated++) {
      behaviours.advance(frames.get(simulated));
    }
    Map<Fact, Formula> facts = unrolling.facts(frames.size() - 1);
    Map<Object, Orbit> byKey =
        byKey(facts.entrySet(), entry -> orbits.key(entry.getKey()), Map.Entry::getValue);
    Set<Formula> never = neverTrue(byKey, possibleFacts, time);
    Set<Fact> impossible = new HashSet<>();
    facts.forEach((fact, formula) -> {
      if (never.contains(formula)) {
        impossible.add(fact);
      }
    });
    if (!impossible.isEmpty()) {
      unrolling.restrict(impossible);
    }
    possibleFacts = possible(byKey, never);
  }

  /// Leaves out the ways to go on from the last frame that can never be taken.
  ///
  /// @param time how long it may take; where that is not enough, not all is left out
  public void pruneDepartures(Duration time) {
    Map<Object, Orbit> byKey = byKey(unrolling.departures(), this::key, Branch::guard);
    Set<Formula> never = neverTrue(byKey, possibleBranches, time);
    if (!never.isEmpty()) {
      unrolling.departBy(
          unrolling.departures().stream()
              .filter(branch -> !never.contains(branch.guard()))
              .toList());
    }
    possibleBranches = possible(byKey, never);
  }

  /// What was asserted of a frame because it is true on all behaviours that come there.
  public List<Formula> denied(int depth) {
    return denials.getOrDefault(depth, List.of());
  }

  private Object key(Branch branch) {
    return branch.trail() == null ? branch : orbits.key(branch.trail());
  }

  /// Formulas that are true each on some behaviour, or none of them on any.
  ///
  /// @param members those that can be asked about
  private record Orbit(Set<Formula> members) {
    Formula representative() {
      return members.iterator().next();
    }
  }

  private static <T> Map<Object, Orbit> byKey(
      Collection<T> subjects, Function<T, Object> key, Function<T, Formula> formulas) {
    Map<Object, Orbit> byKey = new LinkedHashMap<>();
    for (T subject : subjects) {
      Formula formula = formulas.apply(subject);
      // Whether a formula holds that rests on a choice is not seen from a model.
      if (!formula.isConstant() && formula.isChoiceFree()) {
        byKey
            .computeIfAbsent(key.apply(subject), _ -> new Orbit(new LinkedHashSet<>()))
            .members()
            .add(formula);
      }
    }
    return byKey;
  }

  private static Set<Object> possible(Map<Object, Orbit> byKey, Set<Formula> never) {
    Set<Object> possible = new HashSet<>();
    byKey.forEach((key, orbit) -> {
      if (!never.contains(orbit.representative())) {
        possible.add(key);
      }
    });
    return possible;
  }

  /// Formulas that are true on no behaviour. First those are asked about whose orbits were not
  /// possible a step before; the others, which hardly ever cease to be, if there is time left.
  private Set<Formula> neverTrue(Map<Object, Orbit> byKey, Set<Object> before, Duration time) {
    long start = System.nanoTime();
    List<Orbit> old = new ArrayList<>();
    List<Orbit> recent = new ArrayList<>();
    byKey.forEach((key, orbit) -> (before.contains(key) ? old : recent).add(orbit));
    Set<Formula> never = new HashSet<>(neverTrue(recent, time));
    Duration left = time.dividedBy(2).minusNanos(System.nanoTime() - start);
    if (left.isPositive()) {
      never.addAll(neverTrue(old, left));
    }
    return never;
  }

  /// Formulas among these that are true on no behaviour: all of them, or, where that takes too
  /// long, those that are quickly refuted one by one.
  private Set<Formula> neverTrue(List<Orbit> candidates, Duration time) {
    List<Orbit> open = new ArrayList<>(candidates);
    Set<Formula> shown = Set.copyOf(behaviours.shown(List.copyOf(members(open))));
    open.removeIf(orbit -> !Collections.disjoint(orbit.members(), shown));
    long start = System.nanoTime();
    Budget budget = question.within(Budget.of(time.dividedBy(2)));
    while (!open.isEmpty()) {
      Formula any = formulas.or(open.stream().map(Orbit::representative).toList());
      Answer answer = session.check(List.of(any), budget.after(System.nanoTime() - start));
      if (answer instanceof Answer.Unsat(var core)) {
        return core.isEmpty() ? Set.of() : denied(open);
      }
      boolean fewer = answer instanceof Answer.Sat(var assignment) && removeTrue(open, assignment);
      if (!fewer || budget.usedUpBy(System.nanoTime() - start)) {
        return denied(refuted(open, time.dividedBy(2)));
      }
    }
    return Set.of();
  }

  private static Set<Formula> members(List<Orbit> orbits) {
    Set<Formula> members = new LinkedHashSet<>();
    orbits.forEach(orbit -> members.addAll(orbit.members()));
    return members;
  }

  /// Those that are refuted within an equal share of the time each.
  private List<Orbit> refuted(List<Orbit> open, Duration time) {
    Duration each = time.dividedBy(Math.max(1, open.size())).plusMillis(1);
    Budget share = question.within(Budget.of(each));
    List<Orbit> refuted = new ArrayList<>();
    for (Orbit orbit : open) {
      if (session.check(List.of(orbit.representative()), share) instanceof Answer.Unsat(var core)
          && !core.isEmpty()) {
        refuted.add(orbit);
      }
    }
    return refuted;
  }

  private Set<Formula> denied(List<Orbit> never) {
    Set<Formula> members = members(never);
    for (Formula formula : members) {
      session.assertThat(formula.not());
      denials.computeIfAbsent(unrolling.last().depth(), _ -> new ArrayList<>()).add(formula.not());
    }
    return members;
  }

  private boolean removeTrue(List<Orbit> open, Assignment assignment) {
    behaviours.add(assignment);
    Lanes lanes = Lanes.of(List.copyOf(members(open)), formulas);
    if (lanes == null) {
      Valuation valuation = new Valuation(formulas, assignment);
      return open.removeIf(orbit -> orbit.members().stream().anyMatch(valuation::holds));
    }
    lanes.evaluate(variable -> assignment.value(variable) ? -1L : 0L);
    return open.removeIf(
        orbit -> orbit.members().stream().anyMatch(formula -> lanes.word(formula) != 0));
  }
}
