package skolem.inductive.encode;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.eval.States;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.verdict.Fault;
import skolem.inductive.obligation.Lemma;

/// Encodes the conjuncts of a predicate as goals about one state.
///
/// Conjuncts are read from left to right: one that has no value is wrong only where all before it
/// are true, and one that is false only where none before it is wrong for lack of a value. Where
/// some of them may be left out, each is wrong by itself.
final class GoalEncoder {
  private final Unrolling unrolling;
  private final Formulas formulas;
  private final List<Frame> frames;
  private final States state;
  private final String predicate;
  private final boolean inOrder;
  private Formula trueBefore;
  private Formula wrongBefore;
  private Formula definedBefore;

  /// @param predicate the name of the predicate that the conjuncts belong to
  /// @param inOrder whether all conjuncts are asked about, so that those before may be relied on
  GoalEncoder(Unrolling unrolling, List<Frame> frames, String predicate, boolean inOrder) {
    this.unrolling = unrolling;
    this.formulas = unrolling.formulas();
    this.frames = frames;
    this.state = frames.getLast().states();
    this.predicate = predicate;
    this.inOrder = inOrder;
    this.trueBefore = formulas.truth();
    this.wrongBefore = formulas.falsity();
    this.definedBefore = formulas.truth();
  }

  /// The goal for the next conjunct.
  Goal next(Lemma lemma) {
    Faults faults = new Faults(formulas);
    Formula holds = unrolling.holds(lemma.expr(), state, faults);
    faults.requireWithinLimits();
    List<Faults.Fault> undefined = faults.all();
    Formula certain = undefined.isEmpty() ? holds : unrolling.isCertain(lemma.expr(), state);
    Formula defined = formulas.and(undefined.stream().map(f -> f.condition().not()).toList());

    List<Goal.Wrong> wrong = new ArrayList<>();
    for (Faults.Fault fault : undefined) {
      Formula occurs = formulas.and(List.of(trueBefore, fault.condition(), certain.not()));
      wrong.add(new Goal.Wrong(occurs, new Fault.EvaluationError(fault.diagnostic())));
    }
    Formula lacksValue = formulas.or(wrong.stream().map(Goal.Wrong::bad).toList());
    wrong.add(
        new Goal.Wrong(
            formulas.and(List.of(holds.not(), defined, wrongBefore.not())),
            new Fault.InvariantFalse(predicate, lemma.text(), lemma.expr().span())));
    Goal goal = goal(lemma, frames, wrong, definedBefore, formulas);
    if (inOrder) {
      trueBefore = formulas.and(trueBefore, certain);
      wrongBefore = formulas.or(wrongBefore, lacksValue);
    }
    definedBefore = formulas.and(definedBefore, defined);
    return goal;
  }

  /// The goal that a predicate has a value.
  Goal defined(Lemma predicate) {
    Faults faults = new Faults(formulas);
    unrolling.holds(predicate.expr(), state, faults);
    faults.requireWithinLimits();
    List<Goal.Wrong> wrong = new ArrayList<>();
    for (Faults.Fault fault : faults.all()) {
      wrong.add(new Goal.Wrong(fault.condition(), new Fault.EvaluationError(fault.diagnostic())));
    }
    return goal(predicate, frames, wrong, formulas.truth(), formulas);
  }

  static Goal goal(
      Lemma lemma, List<Frame> frames, List<Goal.Wrong> wrong, Formula defined, Formulas formulas) {
    List<Goal.Wrong> possible = wrong.stream().filter(w -> !w.bad().isFalse()).toList();
    Formula bad = formulas.or(possible.stream().map(Goal.Wrong::bad).toList());
    return new Goal(lemma, frames, possible, bad, defined);
  }
}
