package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.model.SafetyProperties;
import skolem.frontend.model.ValueSymmetry;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.ModelValue;
import skolem.solver.lemma.Strengthening;
import skolem.solver.pruning.Pruning;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;
import skolem.solver.session.SolvingTime;

/// The reductions of one search. Once it has grown, or gone on for some time, frames are pruned.
/// When a question turns out to be hard, or all those to come together, interchangeable values are
/// looked for, where that does not suffice an order of steps, then lemmas, and from then on used
/// for every frame. They are looked for again, of the frames that there are by then, where a
/// question is much harder still and the first search did not come to its end. Where lemmas do not
/// suffice for induction, others are looked for beside the search, on another thread.
final class FrameReductions implements AutoCloseable {
  /// How long a question is asked before it is seen whether that thread has found something.
  private static final Duration SLICE = Duration.ofSeconds(1);

  /// The search backwards takes as long as so many looks at any state, at the least.
  private static final int LOOKS = 4;

  /// What part of a question's time is left, at the least, for what is then prepared.
  private static final int SHARE = 2;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final Duration LEAST_FOR_PRUNING = Duration.ofMillis(100);

  /// So many formulas do not call for pruning.
  private static final int SMALL = 1_000;

  /// How much longer each time a question may take before the reductions are prepared once more.
  private static final int PATIENCE_GROWS = 10;

  /// What looks at a step from any state of a form, whenever behaviours come there.
  private static final Set<Reductions.Reduction> OF_ANY_STATE =
      EnumSet.of(
          Reductions.Reduction.INDUCTION,
          Reductions.Reduction.LEMMAS,
          Reductions.Reduction.DIRECTED,
          Reductions.Reduction.ORDER);

  private final Model model;
  private final CheckOptions options;
  private final Unrolling unrolling;
  private final SolverSession session;
  private final SolvingTime solving;
  private final Set<Reductions.Reduction> allowed;
  private final List<List<ModelValue>> interchangeable;
  private final Pruning pruning;
  private Duration pruned = Duration.ZERO;
  private Duration patience;
  private Forecast forecast;

  /// Whether to look at any state is still to be done.
  private boolean pending;

  /// Whether to break the symmetry of interchangeable values is.
  private boolean symmetryPending;

  /// Whether any state has been looked at, whether that was of all states, and whether lemmas were
  /// looked for, if they are allowed.
  private boolean prepared;

  private boolean understood;
  private boolean sought;

  /// The depth of the last frame when any state was looked at.
  private int lookedAt;

  private final BackwardSearch backwards;
  private final Knowledge knowledge;
  private Duration preparing = Duration.ZERO;
  private @Nullable SymmetryBreaking symmetry;

  /// @param session of the search
  /// @param solving where the time of other sessions is added
  FrameReductions(
      Model model,
      CheckOptions options,
      Unrolling unrolling,
      SolverSession session,
      SolvingTime solving) {
    this.model = model;
    this.options = options;
    this.unrolling = unrolling;
    this.session = session;
    this.solving = solving;
    this.allowed = EnumSet.noneOf(Reductions.Reduction.class);
    if (options.isAboutSafeStates(model)) {
      allowed.addAll(options.reductions().allowed());
    }
    if (!isOrderFree()) {
      allowed.remove(Reductions.Reduction.ORDER);
    }
    if (model.asksForPlace()) {
      allowed.removeAll(OF_ANY_STATE);
    }
    this.interchangeable =
        allowed.contains(Reductions.Reduction.SYMMETRY)
            ? ValueSymmetry.of(model).sets()
            : List.of();
    this.pruning = new Pruning(unrolling, session, options.time().question(), interchangeable);
    this.knowledge =
        new Knowledge(unrolling, session, allowed.contains(Reductions.Reduction.ORDER));
    this.backwards = new BackwardSearch(unrolling);
    this.forecast = Forecast.before(options.length() + 1);
    this.patience = options.reductions().patience();
    this.pending = allowed.stream().anyMatch(OF_ANY_STATE::contains);
    this.symmetryPending = allowed.contains(Reductions.Reduction.SYMMETRY);
  }

  /// Whether every question is about one state alone and any behaviour that reaches it, so that it
  /// does not matter which states are on the way.
  private boolean isOrderFree() {
    return model.constraints().isEmpty()
        && model.actionConstraints().isEmpty()
        && SafetyProperties.of(model).steps().isEmpty();
  }

  /// Whether to look at any state before anything is asked about the last frame.
  boolean eager() {
    return pending && (patience.isZero() || (!sought && forecast.exceeds(priceOfLook())));
  }

  /// How long a question may take, of what it may take in all, before the next thing is prepared,
  /// or it is seen what was found beside it. What came to nothing so far is not tried again for
  /// want of time.
  Budget patience(Budget question) {
    if (backwards.isRunning()) {
      return Budget.of(SLICE).within(question);
    }
    if (!symmetryPending && !pending && !backwards.isReady()) {
      return question;
    }
    Duration price = price();
    if (price.isZero()) {
      return question;
    }
    Budget wait = Budget.of(forecast.patience(price));
    Budget atMost = wait.within(question.share(SHARE));
    boolean isFruitless = pending && !symmetryPending && prepared && !understood;
    return isFruitless && !atMost.equals(wait) ? question : atMost;
  }

  /// How much time is to be expected before the next thing is prepared.
  private Duration price() {
    Duration least = options.reductions().patience();
    if (symmetryPending) {
      return least;
    }
    if (pending) {
      return priceOfLook();
    }
    Duration search = preparing.multipliedBy(LOOKS);
    Duration look = forecast.priceOfAnyState(least);
    return LookTime.longer(search, look);
  }

  private Duration priceOfLook() {
    return withLemmas() ? forecast.priceOfLemmas(patience) : forecast.priceOfAnyState(patience);
  }

  /// Whether the next look at any state is for lemmas, too. The first one is not, where it is put
  /// off: it may show that safety is inductive as it is, and takes less time. Neither is one as
  /// long as the form of the states goes on growing.
  private boolean withLemmas() {
    return allowed.contains(Reductions.Reduction.LEMMAS) && (patience.isZero() || understood);
  }

  /// Does what is next to be done where a question takes longer than that.
  ///
  /// @param elapsed since the search began
  /// @param left of the time for the whole search
  /// @return how the search ends by induction; null where it goes on
  End.@Nullable Inductive further(Duration elapsed, Budget left) {
    if (symmetryPending) {
      breakSymmetry();
    } else if (pending) {
      return prepare(elapsed, left);
    } else {
      backwards.begin();
    }
    return null;
  }

  /// Asks whether one of these is true of the last frame: first on the way, if any, on which one
  /// was found beside the search.
  Answer ask(Formula properties, Formula errors, Budget budget) {
    backwards.endIfBehind();
    Budget helped = withHelp(budget);
    List<Formula> way = backwards.way();
    if (!way.isEmpty()) {
      List<Formula> together = new ArrayList<>(way);
      together.add(unrolling.formulas().or(properties, errors));
      if (session.check(together, helped) instanceof Answer.Sat found) {
        return found;
      }
    }
    return symmetry == null
        ? session.check(List.of(unrolling.formulas().or(properties, errors)), helped)
        : symmetry.ask(properties, errors, helped);
  }

  /// With another processor, where there is one that has nothing to do.
  private Budget withHelp(Budget budget) {
    int busy = backwards.isRunning() ? 2 : 1;
    return busy < PROCESSORS ? budget.withHelpAfter(options.reductions().patience()) : budget;
  }

  /// The sets of values of which one order is looked at only.
  List<List<ModelValue>> interchanged() {
    return symmetry == null ? List.of() : symmetry.sets();
  }

  /// The sets of values that the model treats alike, where use may be made of that.
  List<List<ModelValue>> interchangeable() {
    return interchangeable;
  }

  /// What was asserted of a frame, besides its constraints.
  List<Formula> known(int depth) {
    List<Formula> known = new ArrayList<>(knowledge.demands(depth));
    known.addAll(pruning.denied(depth));
    return known;
  }

  /// Looks at any state, and asserts what is found of the frames that there are. All states before
  /// the last frame are safe.
  ///
  /// @param elapsed since the search began
  /// @param left of the time for the whole search
  /// @return how the search ends by induction; null where it goes on
  End.@Nullable Inductive prepare(Duration elapsed, Budget left) {
    boolean withLemmas = withLemmas();
    Duration time =
        withLemmas ? LookTime.forLemmas(elapsed, sought) : LookTime.of(elapsed, prepared);
    long start = System.nanoTime();
    Strengthening.Result result = strengthening(withLemmas, within(time, left.share(SHARE)));
    preparing = preparing.plusNanos(System.nanoTime() - start);
    prepared = true;
    lookedAt = unrolling.last().depth();
    if (result == null || !result.covering()) {
      pending = patience.isPositive();
      // More frames, or more time, may lead further.
      patience = pending ? LookTime.longer(patience, preparing) : patience;
      patience = patience.multipliedBy(PATIENCE_GROWS);
    } else if (withLemmas || !allowed.contains(Reductions.Reduction.LEMMAS)) {
      pending = patience.isPositive() && result.lemmas().isEmpty() && !sought;
      patience = patience.multipliedBy(PATIENCE_GROWS);
    } else {
      pending = true;
    }
    sought |= withLemmas || !allowed.contains(Reductions.Reduction.LEMMAS);
    understood |= result != null && result.covering();
    if (result != null && result.inductive() && allowed.contains(Reductions.Reduction.INDUCTION)) {
      return new End.Inductive(result.lemmas().size(), result.steps());
    }
    if (result != null && (result.covering() || !result.lemmas().isEmpty())) {
      use(result, time);
    }
    return null;
  }

  private void use(Strengthening.Result result, Duration time) {
    if (!pending && result.covering() && allowed.contains(Reductions.Reduction.DIRECTED)) {
      backwards.prepare(request(true, time), result);
      if (options.reductions().patience().isZero()) {
        backwards.begin();
      }
    }
    if (!knowledge.add(result)) {
      outgrown();
    }
  }

  /// How the search ends by what was found beside it; null where nothing was.
  End.@Nullable Inductive found() {
    return allowed.contains(Reductions.Reduction.INDUCTION) ? backwards.found() : null;
  }

  /// Whether it is known, from what goes on beside the search, that all states after so many steps
  /// are safe.
  boolean isSafe(int depth) {
    if (backwards.hasEnded() && !knowledge.hasLevels()) {
      knowledge.add(backwards.levels());
    }
    return backwards.isSafe(depth);
  }

  @Override
  public void close() {
    backwards.close();
  }

  private void breakSymmetry() {
    symmetryPending = false;
    if (!interchangeable.isEmpty()) {
      symmetry = new SymmetryBreaking(interchangeable, unrolling, session);
      symmetry.enter();
    }
  }

  /// How a search ends at its greatest depth, all states being safe: by induction over all depths,
  /// where the form of the states has stopped growing and that is quickly seen.
  ///
  /// @param elapsed since the search began
  /// @param left of the time for the whole search
  End atBound(Duration elapsed, Budget left) {
    if (allowed.contains(Reductions.Reduction.INDUCTION)) {
      List<Frame> frames = unrolling.frames();
      // The last frame is not pruned, the others are.
      List<Frame> stopped = hasStopped(frames) ? frames : frames.subList(0, frames.size() - 1);
      boolean isNew =
          !prepared || !Objects.equals(frames.get(lookedAt).forms(), stopped.getLast().forms());
      if (isNew
          && hasStopped(stopped)
          && isInductive(stopped, within(LookTime.atBound(elapsed), left.share(SHARE)))) {
        return new End.Inductive(0, null);
      }
    }
    return new End.AtBound();
  }

  private static boolean hasStopped(List<Frame> frames) {
    int size = frames.size();
    return size > 1 && Objects.equals(frames.get(size - 1).forms(), frames.get(size - 2).forms());
  }

  /// False, too, where what is encoded of states that are reached cannot be encoded of any state.
  private boolean isInductive(List<Frame> frames, Duration time) {
    try {
      return Strengthening.isInductive(frames, request(false, time));
    } catch (RejectedException _) {
      return false;
    }
  }

  /// Null where what is encoded of states that are reached cannot be encoded of any state.
  private Strengthening.@Nullable Result strengthening(boolean withLemmas, Duration time) {
    try {
      return Strengthening.of(unrolling.frames(), request(withLemmas, time));
    } catch (RejectedException _) {
      return null;
    }
  }

  private Strengthening.Request request(boolean withLemmas, Duration time) {
    return new Strengthening.Request(
        unrolling,
        options.length(),
        options.engine(),
        options.deadlock(),
        withLemmas,
        options.time().question(),
        time,
        solving);
  }

  private static Duration within(Duration most, Budget left) {
    Duration limit = left.limit();
    return limit == null || limit.compareTo(most) > 0 ? most : limit;
  }

  /// Asserts what is known of the last frame, the constraints of which are asserted, and prepares
  /// what does not take long, should questions be expected that do.
  ///
  /// @param elapsed since the search began
  void enter(int depth, Duration elapsed) {
    Duration asked = Duration.ofNanos(session.statistics().solverNanoseconds());
    forecast = forecast.next(asked, elapsed.minus(asked).minus(preparing));
    if (!knowledge.enter()) {
      outgrown();
    }
    Duration least = options.reductions().patience();
    if (symmetry != null) {
      symmetry.enter();
    } else if (symmetryPending && depth > 0 && forecast.exceeds(least)) {
      breakSymmetry();
    }
    if (forecast.exceeds(price())) {
      backwards.begin();
    }
  }

  /// Makes the last frame as small as is known; as small as can be, where the search goes on from
  /// there.
  ///
  /// @param elapsed since the search began
  void narrow(int depth, Duration elapsed) {
    Set<Fact> impossible = knowledge.impossible();
    if (!impossible.isEmpty()) {
      unrolling.restrict(impossible);
    }
    if (!forecast.isLast() && !isSafe(depth)) {
      prune(elapsed, pruning::pruneState);
    }
  }

  /// Leaves only those ways to go on from the last frame, which is known to be safe, that can be
  /// taken.
  ///
  /// @param elapsed since the search began
  void leave(Duration elapsed) {
    if (!isSafe(unrolling.last().depth() + 1)) {
      prune(elapsed, pruning::pruneDepartures);
    }
  }

  /// Prunes within a share of the time for everything.
  private void prune(Duration elapsed, Consumer<Duration> means) {
    boolean early =
        elapsed.compareTo(options.reductions().patience()) < 0
            && unrolling.formulas().size() < SMALL;
    if (early || !allowed.contains(Reductions.Reduction.PRUNING)) {
      return;
    }
    Duration share = elapsed.dividedBy(4).minus(pruned);
    long start = System.nanoTime();
    means.accept(LookTime.longer(share, LEAST_FOR_PRUNING));
    pruned = pruned.plusNanos(System.nanoTime() - start);
  }

  /// Looks at any state again, but not before a question takes twice as long as that took so far.
  private void outgrown() {
    patience = LookTime.longer(options.reductions().patience(), preparing.multipliedBy(2));
    pending = patience.isPositive();
  }
}
