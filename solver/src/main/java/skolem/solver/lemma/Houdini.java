package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// The greatest inductive subset of a set of candidates (Flanagan, Leino: Houdini, an annotation
/// assistant for ESC/Java, FME 2001): drops what some initial state denies, then, over and over,
/// what a step from a state that satisfies the rest denies.
///
/// In a round, the candidates that were alive at its beginning are assumed of the first state, and
/// those that a model denies in its second state are dropped until there is no model; a round
/// without drops is the last. The rest is true of the second state, so that steps from there must
/// keep it, too: a random walk looks at many of them before the solver is asked again.
final class Houdini {
  /// How many steps that deny nothing end a walk.
  private static final int IDLE = 6;

  private final TwoStates circuit;
  private final @Nullable RandomWalk walk;
  private final SolverSession session;
  private final List<Candidate> alive = new ArrayList<>();

  /// @param after the clause in the second state
  /// @param denied allowed only where the second state denies the clause
  /// @param watched by the walk, if there is one
  private record Candidate(
      Clause clause,
      Formula before,
      Formula after,
      Formula denied,
      RandomWalk.@Nullable Watched watched) {

    /// Whether the state of some of these lanes denies it.
    boolean isDenied(long lanes) {
      return watched != null && (~watched.word() & lanes) != 0;
    }
  }

  /// @param walk null where the circuit cannot be simulated
  /// @param session holds what is asserted of the circuit
  Houdini(TwoStates circuit, @Nullable RandomWalk walk, SolverSession session) {
    this.circuit = circuit;
    this.walk = walk;
    this.session = session;
  }

  /// The lemmas among the candidates, beside what the session holds of the first state; it holds
  /// them, too, from then on.
  ///
  /// @return null where the time was too short
  @Nullable List<Clause> strongest(Collection<Clause> candidates, Allowance allowance) {
    Formulas formulas = circuit.formulas();
    alive.clear();
    for (Clause clause : candidates) {
      Formula after = clause.in(circuit.after(), formulas);
      Formula denied = formulas.freshVariable("denied");
      session.assertThat(formulas.implies(denied, after.not()));
      RandomWalk.Watched watched = walk == null ? null : walk.watched(clause);
      alive.add(
          new Candidate(clause, clause.in(circuit.before(), formulas), after, denied, watched));
    }
    while (true) {
      Formula round = formulas.freshVariable("round");
      alive.forEach(c -> session.assertThat(formulas.implies(round, c.before())));
      session.assertThat(
          formulas.implies(round, formulas.or(alive.stream().map(Candidate::denied).toList())));
      Boolean dropped = dropDenied(round, allowance);
      session.assertThat(round.not());
      if (dropped == null) {
        return null;
      }
      if (!dropped) {
        alive.forEach(c -> session.assertThat(c.before()));
        return alive.stream().map(Candidate::clause).toList();
      }
    }
  }

  /// Whether any candidate was dropped; null where the time was too short.
  private @Nullable Boolean dropDenied(Formula round, Allowance allowance) {
    boolean dropped = false;
    while (!alive.isEmpty()) {
      Budget left = allowance.left();
      switch (left == null ? new Answer.Unknown("") : session.check(List.of(round), left)) {
        case Answer.Unknown _ -> {
          return null;
        }
        case Answer.Unsat _ -> {
          return dropped;
        }
        case Answer.Sat(var assignment) -> {
          if (walk == null) {
            Valuation valuation = new Valuation(circuit.formulas(), assignment);
            drop(c -> !valuation.holds(c.after()));
          } else {
            walkFrom(assignment, walk);
          }
          dropped = true;
        }
      }
    }
    return dropped;
  }

  private void walkFrom(Assignment step, RandomWalk from) {
    boolean goesOn = from.follow(step);
    drop(c -> c.isDenied(-1L));
    for (int idle = 0; goesOn && idle < IDLE; idle++) {
      long moved = from.step();
      if (drop(c -> c.isDenied(moved))) {
        idle = 0;
      }
    }
  }

  private boolean drop(Predicate<Candidate> isDenied) {
    return alive.removeIf(candidate -> {
      boolean denied = isDenied.test(candidate);
      if (denied) {
        session.assertThat(candidate.denied().not());
      }
      return denied;
    });
  }

  /// The candidates that every initial state satisfies; null where the time was too short.
  ///
  /// @param initial an unrolling with frame 0 only
  /// @param session holds what is asserted of that frame
  static @Nullable List<Clause> initially(
      List<Clause> candidates, Unrolling initial, SolverSession session, Allowance allowance) {
    Formulas formulas = initial.formulas();
    Map<Fact, Formula> facts = initial.facts(0);
    List<Clause> alive = new ArrayList<>(candidates);
    alive.removeIf(c -> c.in(facts, formulas).isFalse());
    while (true) {
      Formula denied = formulas.or(alive.stream().map(c -> c.in(facts, formulas).not()).toList());
      Budget left = allowance.left();
      if (denied.isFalse()) {
        return alive;
      }
      switch (left == null ? new Answer.Unknown("") : session.check(List.of(denied), left)) {
        case Answer.Unknown _ -> {
          return null;
        }
        case Answer.Unsat _ -> {
          return alive;
        }
        case Answer.Sat(var assignment) -> {
          Valuation valuation = new Valuation(formulas, assignment);
          alive.removeIf(c -> !valuation.holds(c.in(facts, formulas)));
        }
      }
    }
  }
}
