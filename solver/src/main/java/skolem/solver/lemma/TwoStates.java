package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Independence;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.session.SolverSession;

/// A step from any safe state of a form: the circuit that simulation and induction look at.
///
/// @param variables of the first state, each with the fact that it stands for
/// @param before the facts about the first state
/// @param after the facts about the second state
/// @param step the second state, and how it comes about
/// @param unsafeBefore that the first state is bad
/// @param constraint what the variables of the first state must satisfy
record TwoStates(
    Unrolling unrolling,
    SequencedMap<Formula, Fact> variables,
    Map<Fact, Formula> before,
    Map<Fact, Formula> after,
    Frame step,
    Formula unsafeBefore,
    Formula constraint) {

  /// @param forms of a state's variables
  /// @return null where badness cannot be decided, or the second state has no form
  static @Nullable TwoStates of(
      Strengthening.Request request, List<Form> forms, Deadline deadline) {
    Unrolling unrolling = request.unrolling().again();
    unrolling.formulas().endBy(deadline);
    SequencedMap<Formula, Fact> variables = unrolling.beginWithin(forms);
    Formula constraint = unrolling.last().constraints().getFirst();
    Formula unsafe = bad(unrolling, request.deadlock());
    if (unsafe == null) {
      return null;
    }
    Map<Fact, Formula> before = unrolling.facts(0);
    Frame step = unrolling.extend();
    return step.forms() == null
        ? null
        : new TwoStates(unrolling, variables, before, unrolling.facts(1), step, unsafe, constraint);
  }

  /// Asserts that there is such a step, from a safe state.
  void assertIn(SolverSession session) {
    session.assertThat(constraint);
    session.assertThat(unsafeBefore.not());
    step.constraints().forEach(session::assertThat);
  }

  /// Whether the model's constraints let a behaviour go on from the first state.
  Formula within() {
    return step.constraints().getFirst();
  }

  Independence independence() {
    return Independence.of(step, variables, before, formulas());
  }

  Formulas formulas() {
    return unrolling.formulas();
  }

  /// That the last state of an unrolling is bad; null where that cannot be decided: not for
  /// deadlock, or not without coming to a limit of the encoder, which says nothing of the state.
  static @Nullable Formula bad(Unrolling unrolling, boolean deadlock) {
    List<Query> queries = new ArrayList<>(unrolling.invariantQueries());
    queries.addAll(unrolling.departureQueries());
    if (deadlock) {
      Query stuck = unrolling.deadlockQuery();
      if (stuck == null) {
        return null;
      }
      queries.add(stuck);
    }
    if (queries.stream().anyMatch(q -> q instanceof Query.BeyondLimits && !q.bad().isFalse())) {
      return null;
    }
    return unrolling.formulas().or(queries.stream().map(Query::bad).toList());
  }
}
