package skolem.solver.lemma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Clauses that keep bad states away, found backwards from these: property directed reachability
/// (Bradley, SAT-based model checking without unrolling, VMCAI 2011; Eén, Mishchenko, Brayton,
/// Efficient implementation of property directed reachability, FMCAD 2011).
///
/// Level i is a set of clauses that the states after at most i steps satisfy; a clause of one level
/// belongs to all levels before it, too. A state from which a bad one is reached is made impossible
/// level by level, by as short a clause as will do, and never beyond the level that is being made:
/// so a bad state is found no earlier than where it is nearest. Where two levels come to be equal,
/// their clauses are inductive and exclude all bad states.
final class PropertyDirected implements AutoCloseable {
  private final TwoStates circuit;
  private final Formulas formulas;
  private final Formula unsafe;
  private final Allowance allowance;
  private final SolverSession session;
  private final Lifting lifting;
  private final FirstStates first;
  private final List<Level> levels = new ArrayList<>();
  private final Deque<Obligation> open = new ArrayDeque<>();

  /// @param assumed the variable under which the session assumes the clauses
  /// @param cubes what is denied here and at no later level
  private record Level(Formula assumed, List<Cube> cubes) {}

  /// States that must not be reached within `level` steps, if bad ones are not to be reached.
  private record Obligation(Cube cube, int level) {}

  /// A bad state is reached.
  private static final class ReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What came of it.
  sealed interface Outcome {}

  /// Clauses that are inductive together and exclude all bad states.
  record Excluded(List<Clause> clauses) implements Outcome {}

  /// A bad state is reached.
  ///
  /// @param way states after 1, 2, … steps of a behaviour, the step from the last of which is bad
  record Reached(List<Cube> way) implements Outcome {}

  /// @param unsafe that the second state is bad
  /// @param lemmas what is known of all states
  PropertyDirected(
      TwoStates circuit,
      Formula unsafe,
      List<Clause> lemmas,
      Strengthening.Request request,
      Allowance allowance) {
    this.circuit = circuit;
    this.formulas = circuit.formulas();
    this.unsafe = unsafe;
    this.allowance = allowance;
    this.session = SolverSessions.open(request.engine(), formulas);
    circuit.assertIn(session);
    List<Formula> known = new ArrayList<>();
    known.add(circuit.constraint());
    known.add(circuit.danger().unsafe().not());
    known.add(circuit.danger().limit().not());
    lemmas.forEach(lemma -> known.add(lemma.in(circuit.before(), formulas)));
    known.forEach(session::assertThat);
    this.lifting = new Lifting(circuit, unsafe, known, request.engine(), allowance);
    this.first = new FirstStates(request, allowance);
  }

  /// Makes level after level, until two are equal or a bad state is reached.
  ///
  /// @param made is told the levels whenever no step from the last of them is bad
  /// @throws Allowance.SpentException where the time was too short
  Outcome search(Consumer<Levels> made) {
    try {
      addLevel();
      do {
        addLevel();
        int last = levels.size() - 1;
        Answer answer = asked(List.of(unsafe), last);
        while (answer instanceof Answer.Sat(var assignment)) {
          block(lifting.lift(assignment, unsafe), last);
          answer = asked(List.of(unsafe), last);
        }
        made.accept(levels());
      } while (!propagate());
    } catch (ReachedException _) {
      return new Reached(open.stream().map(Obligation::cube).toList());
    }
    return new Excluded(levels().after(0));
  }

  private Levels levels() {
    return new Levels(
        levels.stream().map(l -> l.cubes().stream().map(Cube::denied).toList()).toList());
  }

  private void addLevel() {
    levels.add(new Level(formulas.freshVariable("level"), new ArrayList<>()));
  }

  /// Asks about a step from the states of a level.
  private Answer asked(List<Formula> together, int level) {
    List<Formula> assumed = new ArrayList<>(together);
    levels.subList(level, levels.size()).forEach(l -> assumed.add(l.assumed()));
    Answer answer = allowance.ask(session, assumed);
    if (answer instanceof Answer.Unknown) {
      throw new Allowance.SpentException();
    }
    return answer;
  }

  // ── Obligations ─────────────────────────────────────────────────────────────────────────────

  private void block(Cube bad, int level) {
    open.push(new Obligation(bad, level));
    while (!open.isEmpty()) {
      Obligation next = open.element();
      if (isBlocked(next)) {
        open.pop();
      } else {
        switch (reason(next.cube(), next.level())) {
          case Entered(var assignment) -> open.push(before(next, assignment));
          case Kept(var why) -> deny(generalized(why, next.level()), next.level());
        }
      }
    }
  }

  private boolean isBlocked(Obligation obligation) {
    return levels.subList(obligation.level(), levels.size()).stream()
        .flatMap(level -> level.cubes().stream())
        .anyMatch(cube -> cube.contains(obligation.cube()));
  }

  /// Whether a step from a level leads into a cube.
  private sealed interface Reason {}

  /// One does.
  ///
  /// @param step null where it is the first of a behaviour
  private record Entered(@Nullable Assignment step) implements Reason {}

  /// None does.
  ///
  /// @param why a part of the cube that none leads into, either
  private record Kept(Cube why) implements Reason {}

  /// Whether a state of a cube is reached, from outside of it, within so many steps.
  private Reason reason(Cube cube, int level) {
    if (level == 1) {
      Cube why = first.outside(cube);
      return why == null ? new Entered(null) : new Kept(why);
    }
    Cube.Literals after = cube.in(circuit.after(), formulas);
    Formula outside = formulas.freshVariable("outside");
    session.assertThat(formulas.implies(outside, cube.denied().in(circuit.before(), formulas)));
    List<Formula> together = new ArrayList<>(after.formulas());
    together.add(outside);
    Answer answer = asked(together, level - 1);
    session.assertThat(outside.not());
    if (answer instanceof Answer.Unsat(var core)) {
      Cube why = first.initiallyOutside(after.within(core), cube);
      return why == null ? new Entered(null) : new Kept(why);
    }
    return new Entered(answer instanceof Answer.Sat(var assignment) ? assignment : null);
  }

  private Obligation before(Obligation obligation, @Nullable Assignment step) {
    if (step == null) {
      throw new ReachedException();
    }
    Formula target = formulas.and(obligation.cube().in(circuit.after(), formulas).formulas());
    Cube cube = lifting.lift(step, target);
    if (!first.isInitiallyOutside(cube)) {
      throw new ReachedException();
    }
    return new Obligation(cube, obligation.level() - 1);
  }

  /// Fewer facts, so that what is denied is more, as long as no step leads there.
  private Cube generalized(Cube cube, int level) {
    Cube result = cube;
    for (Fact fact : cube.facts().keySet()) {
      if (result.facts().size() > 1 && result.facts().containsKey(fact)) {
        Cube greater = result.without(fact);
        if (first.isInitiallyOutside(greater) && reason(greater, level) instanceof Kept(var why)) {
          result = why;
        }
      }
    }
    return result;
  }

  /// Denies a cube at a level, and at those after it that no step leads there from.
  private void deny(Cube cube, int level) {
    int highest = level;
    while (highest < levels.size() - 1 && reason(cube, highest + 1) instanceof Kept) {
      highest++;
    }
    add(cube, highest);
  }

  private void add(Cube cube, int level) {
    levels.subList(0, level + 1).forEach(l -> l.cubes().removeIf(cube::contains));
    levels.get(level).cubes().add(cube);
    session.assertThat(
        formulas.implies(
            levels.get(level).assumed(), cube.denied().in(circuit.before(), formulas)));
  }

  // ── Levels ──────────────────────────────────────────────────────────────────────────────────

  /// Moves each clause to the next level if it is true there; whether a level has lost all.
  private boolean propagate() {
    for (int i = 1; i < levels.size() - 1; i++) {
      for (Cube cube : List.copyOf(levels.get(i).cubes())) {
        List<Formula> after = List.copyOf(cube.in(circuit.after(), formulas).formulas());
        if (asked(after, i) instanceof Answer.Unsat) {
          add(cube, i + 1);
        }
      }
      if (levels.get(i).cubes().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    session.close();
    lifting.close();
    first.close();
  }
}
