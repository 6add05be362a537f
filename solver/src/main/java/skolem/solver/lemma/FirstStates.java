package skolem.solver.lemma;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// The states that behaviours begin in, and those after one step: which cubes they are outside of.
final class FirstStates implements AutoCloseable {
  private final Allowance allowance;
  private final Formulas formulas;
  private final Map<Fact, Formula> initialFacts;
  private final Map<Fact, Formula> nextFacts;
  private final SolverSession initial;
  private final SolverSession next;

  FirstStates(Strengthening.Request request, Allowance allowance) {
    this.allowance = allowance;
    Unrolling unrolling = request.unrolling().again();
    unrolling.begin();
    this.formulas = unrolling.formulas();
    this.initialFacts = unrolling.facts(0);
    Frame first = unrolling.last();
    Frame second = unrolling.extend();
    this.nextFacts = unrolling.facts(1);
    this.initial = SolverSessions.open(request.engine(), formulas);
    this.next = SolverSessions.open(request.engine(), formulas);
    first.constraints().forEach(initial::assertThat);
    first.constraints().forEach(next::assertThat);
    second.constraints().forEach(next::assertThat);
  }

  /// The part of a cube that is why no behaviour has a state of it among its first two; null where
  /// one has.
  ///
  /// @throws Allowance.SpentException where the time was too short
  @Nullable Cube outside(Cube cube) {
    Cube.Literals literals = cube.in(nextFacts, formulas);
    return switch (allowance.ask(next, List.copyOf(literals.formulas()))) {
      case Answer.Sat _ -> null;
      case Answer.Unsat(var core) -> initiallyOutside(literals.within(core), cube);
      case Answer.Unknown _ -> throw new Allowance.SpentException();
    };
  }

  /// Whether no behaviour begins in a cube.
  ///
  /// @throws Allowance.SpentException where the time was too short
  boolean isInitiallyOutside(Cube cube) {
    return initiallyOutside(cube, cube) != null;
  }

  /// The smaller cube, with as much of the greater one as is needed for no behaviour to begin in
  /// it; null where one begins in the greater one.
  ///
  /// @throws Allowance.SpentException where the time was too short
  @Nullable Cube initiallyOutside(Cube smaller, Cube greater) {
    List<Formula> few = List.copyOf(smaller.in(initialFacts, formulas).formulas());
    if (allowance.ask(initial, few) instanceof Answer.Unsat) {
      return smaller;
    }
    Cube.Literals all = greater.in(initialFacts, formulas);
    return allowance.ask(initial, List.copyOf(all.formulas())) instanceof Answer.Unsat(var core)
        ? smaller.and(all.within(core))
        : null;
  }

  @Override
  public void close() {
    initial.close();
    next.close();
  }
}
