package skolem.solver.bmc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Independence;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.lemma.Clause;
import skolem.solver.lemma.Levels;
import skolem.solver.lemma.Strengthening;
import skolem.solver.session.SolverSession;

/// What is known of the states of all behaviours, and asserted of each frame: lemmas, what holds
/// within some number of steps, and an order of independent steps.
final class Knowledge {
  private final Unrolling unrolling;
  private final SolverSession session;
  private final boolean ordered;
  private Strengthening.@Nullable Result ofSteps;
  private @Nullable Levels levels;
  private final Map<Integer, List<Formula>> demands = new HashMap<>();

  /// @param ordered whether of two steps that can be swapped one order is looked at only
  Knowledge(Unrolling unrolling, SolverSession session, boolean ordered) {
    this.unrolling = unrolling;
    this.session = session;
    this.ordered = ordered;
  }

  /// Asserts of all frames what was found of a step from any state.
  ///
  /// @return whether that could be done, as for [#enter]
  boolean add(Strengthening.Result found) {
    ofSteps = found;
    for (int depth = 0; depth < unrolling.frames().size(); depth++) {
      if (!assertOfSteps(depth)) {
        return false;
      }
    }
    return true;
  }

  /// Asserts of all frames what was found by distance from the beginning.
  void add(Levels found) {
    levels = found;
    for (int depth = 0; depth < unrolling.frames().size(); depth++) {
      assertAll(found.after(depth), depth);
    }
  }

  boolean hasLevels() {
    return levels != null;
  }

  /// Asserts of the last frame what is known.
  ///
  /// @return false where the states before have outgrown the forms that lemmas were shown for: they
  ///   say nothing more then, and are forgotten
  boolean enter() {
    int depth = unrolling.last().depth();
    if (levels != null) {
      assertAll(levels.after(depth), depth);
    }
    return assertOfSteps(depth);
  }

  /// The facts that are true of no state in the last frame.
  Set<Fact> impossible() {
    int depth = unrolling.last().depth();
    return ofSteps == null ? Set.of() : ofSteps.impossible(unrolling.facts(depth).keySet(), depth);
  }

  /// What was asserted of a frame: it is true of one behaviour at least among those of so many
  /// steps that differ in the order of their steps only.
  List<Formula> demands(int depth) {
    return demands.getOrDefault(depth, List.of());
  }

  private boolean assertOfSteps(int depth) {
    Frame before = depth == 0 ? null : unrolling.frames().get(depth - 1);
    if (ofSteps != null && before != null && !ofSteps.covers(before)) {
      ofSteps = null;
      return false;
    }
    if (ofSteps != null) {
      Independence independence = ofSteps.independence();
      if (ordered && independence != null && before != null && depth >= 2) {
        Frame frame = unrolling.frames().get(depth);
        independence
            .inOrder(before, frame, unrolling.formulas())
            .forEach(inOrder -> demand(inOrder, depth));
      }
      assertAll(ofSteps.lemmas(), depth);
    }
    return true;
  }

  private void assertAll(List<Clause> clauses, int depth) {
    if (!clauses.isEmpty()) {
      Map<Fact, Formula> facts = unrolling.facts(depth);
      clauses.forEach(clause -> demand(clause.in(facts, unrolling.formulas()), depth));
    }
  }

  private void demand(Formula formula, int depth) {
    session.assertThat(formula);
    demands.computeIfAbsent(depth, _ -> new ArrayList<>()).add(formula);
  }
}
