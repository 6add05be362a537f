package skolem.solver.lemma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Independence;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Lemmas about the states of a model, and whether with them its safety is inductive.
///
/// The states after at most some number of steps are over-approximated by their form. Within that
/// form, candidates that no simulated state denies are narrowed down to those that are inductive
/// together, where safe states are assumed: what a lemma says of the state after a step it says
/// because the state before was safe and satisfied the lemmas.
public final class Strengthening {
  private static final int WORDS = 96;
  private static final int LONG_WALK = 100;

  /// How much room, beside some, the form of all states may have for each constant in the frames.
  private static final int GROWTH = 8;

  private static final int ROOM = 500;

  private final Request request;
  private final Allowance allowance;
  private final Deadline deadline;

  private Strengthening(Request request) {
    this.request = request;
    this.allowance = Allowance.of(request.time(), request.question());
    this.deadline = Deadline.after(request.time());
  }

  /// What is asked.
  ///
  /// @param unrolling of the model
  /// @param steps how many steps the behaviours may have
  /// @param deadlock whether a state without a successor is bad
  /// @param lemmas whether lemmas are looked for; else, only whether safety alone is inductive
  /// @param question the limit of each question to the solver
  /// @param time the limit of the whole search
  public record Request(
      Unrolling unrolling,
      int steps,
      Engine engine,
      boolean deadlock,
      boolean lemmas,
      Budget question,
      Duration time) {}

  /// What was found.
  ///
  /// @param lemmas hold in every state after at most `steps` steps, as far as the states before it
  ///   are safe
  /// @param inductive whether a step from a safe state that satisfies the lemmas leads to a safe
  ///   state, in all behaviours of at most `steps` steps
  /// @param steps null for any number
  /// @param independence of the branches of such a step
  /// @param forms of the variables in all states after fewer than `steps` steps
  public record Result(
      List<Clause> lemmas,
      boolean inductive,
      @Nullable Integer steps,
      Independence independence,
      List<Form> forms) {
    public Result {
      lemmas = List.copyOf(lemmas);
      forms = List.copyOf(forms);
    }
  }

  /// Looks for lemmas where safety is not inductive without.
  ///
  /// @param frames made so far
  /// @return null where the model's states have no form, or the time was too short
  public static @Nullable Result of(List<Frame> frames, Request request) {
    try {
      return new Strengthening(request).run(frames);
    } catch (Deadline.OverException _) {
      return null;
    }
  }

  private @Nullable Result run(List<Frame> frames) {
    Closure closure = closure(frames);
    if (closure == null) {
      return null;
    }
    TwoStates circuit = closure.circuit();
    Integer reach = closure.closed() ? null : request.steps();
    Independence independence = circuit.independence();
    try (SolverSession session = SolverSessions.open(request.engine(), circuit.formulas())) {
      circuit.assertIn(session);
      if (isInductive(circuit, session, circuit.formulas().truth())) {
        return new Result(List.of(), true, reach, independence, closure.forms());
      }
      Houdini.Result found = request.lemmas() ? lemmas(circuit, session, closure.closed()) : null;
      if (found == null) {
        return new Result(List.of(), false, reach, independence, closure.forms());
      }
      boolean inductive = isInductive(circuit, session, found.assumed());
      return new Result(found.lemmas(), inductive, reach, independence, closure.forms());
    }
  }

  private Houdini.@Nullable Result lemmas(
      TwoStates circuit, SolverSession session, boolean closed) {
    Unrolling initial = request.unrolling().again();
    initial.formulas().endBy(deadline);
    initial.begin();
    if (!isChoiceFree(circuit.after().values(), circuit.formulas())
        || !isChoiceFree(initial.facts(0).values(), initial.formulas())) {
      // A model of the solver does not say whether a fact holds that rests on a choice.
      return null;
    }
    int longest = closed ? LONG_WALK : request.steps();
    Simulation.Samples samples = Simulation.run(circuit, initial, longest, WORDS);
    if (samples == null) {
      return null;
    }
    try (SolverSession beginning = SolverSessions.open(request.engine(), initial.formulas())) {
      initial.last().constraints().forEach(beginning::assertThat);
      List<Clause> candidates =
          Houdini.initially(Candidates.of(samples), initial, beginning, allowance);
      return candidates == null
          ? null
          : new Houdini(circuit, session, allowance).strongest(candidates);
    }
  }

  private static boolean isChoiceFree(Collection<Formula> facts, Formulas formulas) {
    return facts.stream().allMatch(formulas::isChoiceFree);
  }

  private boolean isInductive(TwoStates circuit, SolverSession session, Formula assumed) {
    return new Consecution(circuit, request.deadlock(), allowance).holds(session, assumed);
  }

  // ── Form ────────────────────────────────────────────────────────────────────────────────────

  /// A step from any state of a form that has room for the states after fewer than the steps that
  /// are asked for.
  ///
  /// @param closed whether it has room for all reachable states
  private record Closure(TwoStates circuit, List<Form> forms, boolean closed) {}

  /// Null where there is no such form, or it has room for so much that nothing can be said of it.
  private @Nullable Closure closure(List<Frame> frames) {
    List<Form> forms = null;
    for (Frame frame : frames) {
      List<Form> here = frame.forms();
      if (here == null) {
        return null;
      }
      forms = forms == null ? here : joined(forms, here);
    }
    if (forms == null) {
      return null;
    }
    long most = GROWTH * size(forms) + ROOM;
    for (int depth = frames.size() - 1; ; depth++) {
      TwoStates circuit = TwoStates.of(request, forms, deadline);
      List<Form> next = circuit == null ? null : circuit.step().forms();
      if (circuit == null || next == null) {
        return null;
      }
      List<Form> joined = joined(forms, next);
      if (size(joined) > most) {
        return null;
      }
      if (joined.equals(forms) || depth >= request.steps() - 1) {
        return new Closure(circuit, forms, joined.equals(forms));
      }
      forms = joined;
    }
  }

  private static long size(List<Form> forms) {
    return forms.stream().mapToLong(Form::size).sum();
  }

  private static List<Form> joined(List<Form> left, List<Form> right) {
    List<Form> joined = new ArrayList<>(left.size());
    for (int i = 0; i < left.size(); i++) {
      joined.add(left.get(i).join(right.get(i)));
    }
    return joined;
  }
}
