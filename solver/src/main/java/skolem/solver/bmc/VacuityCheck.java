package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.encoder.unroll.ValuePrecedence;
import skolem.frontend.model.ActionNames;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Vacuity;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Looks for what never happens in the behaviours that were searched: actions that are not taken,
/// antecedents of invariants that are not true.
///
/// A session of its own asks depth by depth, until everything has happened: also in behaviours that
/// cannot go on to the last depth. The reductions of the search hold here, too. Other orders of the
/// same steps come to the same state, and what happens first in the last step of a behaviour
/// happens in the last step of its representative: were it in an earlier one, it would have
/// happened before.
final class VacuityCheck {
  /// How many of those that are not known are named.
  private static final int NAMED = 3;

  private final Model model;
  private final Unrolling unrolling;
  private final FrameReductions reductions;
  private final ValuePrecedence precedence;
  private final Supplier<SolverSession> sessions;
  private final List<Frame> frames;
  private final Map<Vacuity, List<Formula>> open = new LinkedHashMap<>();
  private final Budget question;
  private final long deadline;
  private @Nullable String gaveUp;

  /// @param reductions of the search
  /// @param sessions opens one for the formulas of the unrolling
  /// @param depth the last one that was searched
  /// @param question what each question may cost
  /// @param limit how much time all this may take
  VacuityCheck(
      Model model,
      Unrolling unrolling,
      FrameReductions reductions,
      Supplier<SolverSession> sessions,
      int depth,
      Budget question,
      Duration limit) {
    this.model = model;
    this.unrolling = unrolling;
    this.reductions = reductions;
    this.precedence = new ValuePrecedence(reductions.interchangeable(), unrolling.formulas());
    this.sessions = sessions;
    this.question = question;
    this.frames = unrolling.frames().subList(0, depth + 1);
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /// What never happens.
  List<Vacuity> findings() {
    open();
    if (!open.isEmpty()) {
      depthByDepth();
    }
    List<Vacuity> found = new ArrayList<>(open.keySet());
    return gaveUp == null || found.isEmpty()
        ? found
        : List.of(
            new Vacuity.NotKnown(
                found.stream().map(VacuityCheck::name).limit(NAMED).toList(),
                Math.max(0, found.size() - NAMED),
                gaveUp));
  }

  private static String name(Vacuity vacuity) {
    return switch (vacuity) {
      case Vacuity.ActionNeverTaken(var action, _) -> action;
      case Vacuity.AntecedentNeverTrue(_, var antecedent, _, _) -> antecedent;
      case Vacuity.NoInitialState _, Vacuity.NoTransition _, Vacuity.NotKnown _ ->
          throw new IllegalArgumentException("not asked about: " + vacuity);
    };
  }

  private void open() {
    int steps = frames.size() - 1;
    if (steps > 0 && model.behaviour() != null) {
      for (String action : ActionNames.of(model.behaviour().next())) {
        open.put(
            new Vacuity.ActionNeverTaken(action, steps),
            frames.stream().map(frame -> taken(action, frame)).toList());
      }
    }
    for (Antecedent antecedent : Antecedent.of(model)) {
      String text = antecedent.span().text().replaceAll("\\s+", " ");
      open.put(
          new Vacuity.AntecedentNeverTrue(antecedent.invariant(), text, antecedent.span(), steps),
          frames.stream().map(frame -> isTrue(antecedent, frame)).toList());
    }
  }

  private Formula taken(String action, Frame frame) {
    return formulas().or(frame.depth() == 0 ? List.of() : frame.taken(action));
  }

  /// An antecedent that cannot be encoded by itself counts as true.
  private Formula isTrue(Antecedent antecedent, Frame frame) {
    try {
      return unrolling.holds(antecedent.condition(), frame.depth());
    } catch (RejectedException _) {
      return formulas().truth();
    }
  }

  private Formulas formulas() {
    return unrolling.formulas();
  }

  private void depthByDepth() {
    try (SolverSession session = sessions.get()) {
      for (Frame frame : frames) {
        frame.constraints().forEach(session::assertThat);
        reductions.known(frame.depth()).forEach(session::assertThat);
        Formula representative = precedence.representative(frames.subList(0, frame.depth() + 1));
        while (gaveUp == null && !open.isEmpty() && ask(session, representative, frame.depth())) {}
        if (gaveUp != null || open.isEmpty()) {
          return;
        }
      }
    }
  }

  /// Asks whether something open happens at a depth, and closes what does.
  ///
  /// @param representative what is true of one behaviour among those that differ in interchangeable
  ///   values
  /// @return whether it is worth while to ask again
  private boolean ask(SolverSession session, Formula representative, int depth) {
    Formula any = formulas().or(open.values().stream().map(h -> h.get(depth)).toList());
    if (any.isFalse()) {
      return false;
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      gaveUp = "there was no time to ask";
      return false;
    }
    return switch (session.check(
        List.of(representative, any), question.within(Budget.of(Duration.ofNanos(left))))) {
      case Answer.Unsat _ -> false;
      case Answer.Unknown(var reason) -> {
        gaveUp = reason;
        yield false;
      }
      case Answer.Sat(var assignment) -> {
        Valuation valuation = new Valuation(formulas(), assignment);
        int before = open.size();
        open.values().removeIf(happens -> valuation.holds(happens.get(depth)));
        if (open.size() == before) {
          gaveUp = "a choice inside a formula is not decided";
        }
        yield true;
      }
    };
  }
}
