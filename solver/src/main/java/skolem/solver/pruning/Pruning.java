package skolem.solver.pruning;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Lanes;
import skolem.encoder.formula.Valuation;
import skolem.encoder.transition.Branch;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
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
public final class Pruning {
  private final Unrolling unrolling;
  private final Formulas formulas;
  private final SolverSession session;
  private final Budget question;
  private final RandomBehaviours behaviours;
  private int simulated;
  private Set<Fact> possibleFacts = Set.of();
  private Set<Object> possibleBranches = Set.of();

  /// @param session in which the constraints of all frames are asserted, and nothing that excludes
  ///   all behaviours to a state
  /// @param question what each question may cost
  public Pruning(Unrolling unrolling, SolverSession session, Budget question) {
    this.unrolling = unrolling;
    this.formulas = unrolling.formulas();
    this.session = session;
    this.question = question;
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
    Set<Formula> never = neverTrue(facts, possibleFacts, time);
    Set<Fact> impossible = subjects(facts, never::contains);
    if (!impossible.isEmpty()) {
      unrolling.restrict(impossible);
    }
    possibleFacts = subjects(facts, formula -> !never.contains(formula));
  }

  /// Leaves out the ways to go on from the last frame that can never be taken.
  ///
  /// @param time how long it may take; where that is not enough, not all is left out
  public void pruneDepartures(Duration time) {
    Map<Object, Formula> guards = new LinkedHashMap<>();
    for (Branch branch : unrolling.departures()) {
      guards.put(identity(branch), branch.guard());
    }
    Set<Formula> never = neverTrue(guards, possibleBranches, time);
    if (!never.isEmpty()) {
      unrolling.departBy(
          unrolling.departures().stream()
              .filter(branch -> !never.contains(branch.guard()))
              .toList());
    }
    possibleBranches = subjects(guards, guard -> !never.contains(guard));
  }

  /// The same for branches that are one way through the action.
  private static Object identity(Branch branch) {
    return branch.trail() == null ? branch : branch.trail();
  }

  private static <T> Set<T> subjects(Map<T, Formula> formulas, Predicate<Formula> wanted) {
    Set<T> subjects = new HashSet<>();
    formulas.forEach((subject, formula) -> {
      if (wanted.test(formula)) {
        subjects.add(subject);
      }
    });
    return subjects;
  }

  /// Formulas that are true on no behaviour. First those are asked about whose subjects were not
  /// possible a step before; the others, which hardly ever cease to be, if there is time left.
  private <T> Set<Formula> neverTrue(Map<T, Formula> formulas, Set<T> before, Duration time) {
    long start = System.nanoTime();
    Set<Formula> old = new LinkedHashSet<>();
    Set<Formula> recent = new LinkedHashSet<>();
    formulas.forEach((subject, formula) -> (before.contains(subject) ? old : recent).add(formula));
    old.removeAll(recent);
    Set<Formula> never = new HashSet<>(neverTrue(recent, time));
    Duration left = time.dividedBy(2).minusNanos(System.nanoTime() - start);
    if (left.isPositive()) {
      never.addAll(neverTrue(old, left));
    }
    return never;
  }

  /// Formulas among these that are true on no behaviour: all of them, or, where that takes too
  /// long, those that are quickly refuted one by one.
  private Set<Formula> neverTrue(Set<Formula> candidates, Duration time) {
    Set<Formula> open = new LinkedHashSet<>();
    for (Formula candidate : candidates) {
      // Whether a formula holds that rests on a choice is not seen from a model.
      if (!candidate.isConstant() && candidate.isChoiceFree()) {
        open.add(candidate);
      }
    }
    behaviours.shown(List.copyOf(open)).forEach(open::remove);
    long start = System.nanoTime();
    Budget budget = question.within(Budget.of(time.dividedBy(2)));
    while (!open.isEmpty()) {
      Formula any = formulas.or(open);
      Answer answer = session.check(List.of(any), budget.after(System.nanoTime() - start));
      if (answer instanceof Answer.Unsat(var core)) {
        return core.isEmpty() ? Set.of() : denied(open);
      }
      boolean fewer = answer instanceof Answer.Sat(var assignment) && removeTrue(open, assignment);
      if (!fewer || budget.usedUpBy(System.nanoTime() - start)) {
        return denied(refuted(open, time.dividedBy(2)));
      }
    }
    return open;
  }

  /// Those that are refuted within an equal share of the time each.
  private Set<Formula> refuted(Set<Formula> open, Duration time) {
    Duration each = time.dividedBy(Math.max(1, open.size())).plusMillis(1);
    Budget share = question.within(Budget.of(each));
    Set<Formula> refuted = new LinkedHashSet<>();
    for (Formula formula : open) {
      if (session.check(List.of(formula), share) instanceof Answer.Unsat(var core)
          && !core.isEmpty()) {
        refuted.add(formula);
      }
    }
    return refuted;
  }

  private Set<Formula> denied(Set<Formula> never) {
    never.forEach(formula -> session.assertThat(formula.not()));
    return never;
  }

  private boolean removeTrue(Set<Formula> open, Assignment assignment) {
    behaviours.add(assignment);
    Lanes lanes = Lanes.of(List.copyOf(open), formulas);
    if (lanes == null) {
      Valuation valuation = new Valuation(formulas, assignment);
      return open.removeIf(valuation::holds);
    }
    lanes.evaluate(variable -> assignment.value(variable) ? -1L : 0L);
    return open.removeIf(formula -> lanes.word(formula) != 0);
  }
}
