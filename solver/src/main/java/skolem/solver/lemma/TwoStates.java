package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Escape;
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
/// @param danger of the first state
/// @param constraint what the variables of the first state must satisfy
record TwoStates(
    Unrolling unrolling,
    SequencedMap<Formula, Fact> variables,
    Map<Fact, Formula> before,
    Map<Fact, Formula> after,
    Frame step,
    Danger danger,
    Formula constraint) {

  /// What a state is to be kept from.
  ///
  /// @param unsafe that it is bad, unless `limit` holds
  /// @param limit that the encoder comes to a limit in it, so that nothing is known of it, nor of
  ///   the steps from it
  record Danger(Formula unsafe, Formula limit) {

    /// What the last state of an unrolling is to be kept from; null where it is not known whether
    /// it is a deadlock, and that is bad.
    static @Nullable Danger of(Unrolling unrolling, boolean deadlock) {
      List<Query> queries = new ArrayList<>(unrolling.invariantQueries());
      queries.addAll(unrolling.departureQueries());
      if (deadlock) {
        Query stuck = unrolling.deadlockQuery();
        if (stuck == null) {
          return null;
        }
        queries.add(stuck);
      }
      return new Danger(
          any(queries, query -> !query.isLimit(), unrolling.formulas()),
          any(queries, Query::isLimit, unrolling.formulas()));
    }

    private static Formula any(List<Query> queries, Predicate<Query> which, Formulas formulas) {
      return formulas.or(queries.stream().filter(which).map(Query::bad).toList());
    }
  }

  /// @param forms of a state's variables
  /// @return null where badness cannot be decided, or the second state has no form
  static @Nullable TwoStates of(
      Strengthening.Request request, List<Form> forms, Deadline deadline) {
    Unrolling unrolling = request.unrolling().again();
    unrolling.formulas().endBy(deadline);
    SequencedMap<Formula, Fact> variables = unrolling.beginWithin(forms);
    Formula constraint = unrolling.last().constraints().getFirst();
    Danger danger = Danger.of(unrolling, request.deadlock());
    if (danger == null) {
      return null;
    }
    Map<Fact, Formula> before = unrolling.facts(0);
    Frame step = unrolling.extend();
    return step.forms() == null
        ? null
        : new TwoStates(unrolling, variables, before, unrolling.facts(1), step, danger, constraint);
  }

  /// Asserts that there is such a step, from a state that is safe as far as that is known.
  void assertIn(SolverSession session) {
    session.assertThat(constraint);
    session.assertThat(formulas().implies(danger.unsafe(), danger.limit()));
    step.constraints().forEach(session::assertThat);
  }

  /// Whether the model's constraints let a behaviour go on from the first state.
  Formula within() {
    return step.constraints().getFirst();
  }

  Independence independence() {
    return Independence.of(step, variables, unrolling.frames().getFirst().values(), formulas());
  }

  Formulas formulas() {
    return unrolling.formulas();
  }

  /// That the second state is outside of the forms of the first.
  Formula escape(List<Form> forms) {
    return Escape.of(step.values(), forms, formulas());
  }
}
