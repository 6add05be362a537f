package skolem.solver.lemma;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
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
import skolem.solver.session.SolvingTime;

/// Lemmas about the states of a model, and whether with them its safety is inductive.
///
/// The states after at most some number of steps are over-approximated by their form. Within that
/// form, candidates that no simulated state denies are narrowed down to those that are inductive
/// together, where safe states are assumed: what a lemma says of the state after a step it says
/// because the state before was safe and satisfied the lemmas.
public final class Strengthening {
  private static final int LONG_WALK = 100;
  private static final int LEAST_WORDS = 96;
  private static final int MOST_WORDS = 2_000;

  /// How many pairs of facts, and how many formulas, are evaluated for the words of all samples.
  private static final long PAIRS = 400_000_000;

  private static final long NODES = 50_000_000;

  /// What part of the time is for the second group of candidates, at the least.
  private static final int LEAST_SHARE = 8;

  /// What part of the time the forms may grow for.
  private static final int SHARE_OF_GROWTH = 4;

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
  /// @param solving where the time of solvers is added, for a search on the caller's thread
  public record Request(
      Unrolling unrolling,
      int steps,
      Engine engine,
      boolean deadlock,
      boolean lemmas,
      Budget question,
      Duration time,
      SolvingTime solving) {
    SolverSession open(Formulas formulas) {
      return solving.counting(SolverSessions.open(engine, formulas));
    }
  }

  /// What was found.
  ///
  /// @param lemmas hold in every state after at most `steps` steps, as far as the states before it
  ///   are safe and have these forms
  /// @param inductive whether a step from a safe state that satisfies the lemmas leads to a safe
  ///   state, in all behaviours of at most `steps` steps
  /// @param steps null for any number
  /// @param independence of the branches of such a step; null where it is not known that all states
  ///   before it have these forms
  /// @param forms of the variables
  /// @param covering whether all states after fewer than `steps` steps have these forms, as far as
  ///   the states before are safe
  /// @param possible the facts that the forms and the lemmas leave possible
  public record Result(
      List<Clause> lemmas,
      boolean inductive,
      @Nullable Integer steps,
      @Nullable Independence independence,
      List<Form> forms,
      boolean covering,
      Set<Fact> possible) {
    public Result {
      lemmas = List.copyOf(lemmas);
      forms = List.copyOf(forms);
      possible = Set.copyOf(possible);
    }

    /// The facts that are true of no state after so many steps, as far as the states before are
    /// safe.
    ///
    /// @param facts to choose from
    public Set<Fact> impossible(Set<Fact> facts, int depth) {
      if (!covering || (steps != null && depth >= steps)) {
        return Set.of();
      }
      Set<Fact> impossible = new HashSet<>(facts);
      impossible.removeAll(possible);
      return impossible;
    }

    /// Whether the states of a frame have these forms, as far as the states before are safe.
    public boolean covers(Frame frame) {
      List<Form> here = frame.forms();
      return covering || (here != null && Room.has(forms, here));
    }
  }

  /// Looks for lemmas where safety is not inductive without.
  ///
  /// @param frames made so far
  /// @return null where the model's states have no form, or the time was too short
  /// @throws skolem.frontend.source.RejectedException where a step from any state of a form cannot
  ///   be encoded
  public static @Nullable Result of(List<Frame> frames, Request request) {
    try {
      return new Strengthening(request).run(frames);
    } catch (Deadline.OverException _) {
      return null;
    }
  }

  /// Whether safety alone is inductive, in behaviours of any length.
  ///
  /// @param frames made so far
  /// @return false also where the model's states have no form, or the time was too short
  /// @throws skolem.frontend.source.RejectedException where a step from any state of a form cannot
  ///   be encoded
  public static boolean isInductive(List<Frame> frames, Request request) {
    try {
      return new Strengthening(request).isInductive(frames);
    } catch (Deadline.OverException _) {
      return false;
    }
  }

  private @Nullable Result run(List<Frame> frames) {
    Room room = room(frames);
    return room == null ? null : within(room);
  }

  private boolean isInductive(List<Frame> frames) {
    Room room = room(frames);
    if (room == null || room.reach() == Room.Reach.BOUND) {
      return false;
    }
    try (SolverSession session = request.open(room.circuit().formulas())) {
      room.circuit().assertIn(session);
      return consecution(room).holds(session);
    }
  }

  private @Nullable Room room(List<Frame> frames) {
    Deadline growing = Deadline.after(request.time().dividedBy(SHARE_OF_GROWTH));
    return Room.of(frames, request, growing, deadline);
  }

  private Consecution consecution(Room room) {
    return new Consecution(room.circuit(), request.deadlock(), room.escape(), allowance);
  }

  private @Nullable Result within(Room room) {
    TwoStates circuit = room.circuit();
    Consecution consecution = consecution(room);
    try (SolverSession session = request.open(circuit.formulas())) {
      circuit.assertIn(session);
      if (consecution.holds(session)) {
        return result(room, List.of(), true, true);
      }
      List<Clause> lemmas = request.lemmas() ? lemmas(room, session) : List.of();
      if (!consecution.isWithinLimits(session)) {
        return null;
      }
      boolean covering = consecution.isClosed(session);
      boolean inductive = covering && !lemmas.isEmpty() && consecution.holds(session);
      return result(room, lemmas, inductive, covering);
    }
  }

  private Result result(Room room, List<Clause> lemmas, boolean inductive, boolean covering) {
    Integer steps = room.reach() == Room.Reach.BOUND ? request.steps() : null;
    boolean isKnown = room.reach() != Room.Reach.SEEN;
    Independence independence = isKnown ? room.circuit().independence() : null;
    Set<Fact> possible = new HashSet<>(room.circuit().before().keySet());
    lemmas.forEach(lemma -> lemma.deniedFact().ifPresent(possible::remove));
    return new Result(lemmas, inductive, steps, independence, room.forms(), covering, possible);
  }

  /// Looks for lemmas, which the session holds of the first state from then on.
  private List<Clause> lemmas(Room room, SolverSession session) {
    TwoStates circuit = room.circuit();
    Unrolling initial = request.unrolling().again();
    initial.formulas().endBy(deadline);
    initial.begin();
    if (!areChoiceFree(circuit.after().values()) || !areChoiceFree(initial.facts(0).values())) {
      // A model of the solver does not say whether a fact holds that rests on a choice.
      return List.of();
    }
    int words = words(circuit);
    int longest =
        room.reach() == Room.Reach.BOUND ? request.steps() : Math.max(LONG_WALK, words / 4);
    RandomWalk walk = RandomWalk.of(circuit, circuit.escape(room.forms()));
    Simulation.Samples samples =
        walk == null ? null : Simulation.run(walk, initial, longest, words);
    if (samples == null) {
      return List.of();
    }
    // What the form says by itself, such as which steps are independent, is to be known even where
    // there is no time for lemmas.
    Allowance most = allowance.most();
    Houdini houdini = new Houdini(circuit, walk, session);
    Set<Clause> left = new LinkedHashSet<>();
    List<Clause> lemmas = new ArrayList<>();
    Allowance share = most;
    Duration least = request.time().dividedBy(LEAST_SHARE);
    long start = System.nanoTime();
    try (SolverSession beginning = request.open(initial.formulas())) {
      initial.last().constraints().forEach(beginning::assertThat);
      for (List<Clause> candidates : Candidates.of(samples)) {
        List<Clause> initially = Houdini.initially(candidates, initial, beginning, share);
        if (initially == null) {
          break;
        }
        left.addAll(initially);
        List<Clause> found = houdini.strongest(left, share);
        if (found == null) {
          break;
        }
        lemmas.addAll(found);
        found.forEach(left::remove);
        // More candidates take much longer than fewer, and are given up where they do.
        share = most.within(longer(Duration.ofNanos(System.nanoTime() - start), least));
      }
    }
    return lemmas;
  }

  /// How many groups of states to sample: as many as can be gone through for each pair of facts.
  private static int words(TwoStates circuit) {
    long facts = circuit.variables().size();
    long most = Math.min(PAIRS / (facts * facts + 1), NODES / circuit.formulas().size());
    return Math.clamp(most, LEAST_WORDS, MOST_WORDS);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static boolean areChoiceFree(Collection<Formula> facts) {
    return facts.stream().allMatch(Formula::isChoiceFree);
  }
}
