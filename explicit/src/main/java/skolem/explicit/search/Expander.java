package skolem.explicit.search;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Labeling;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// Finds the successors of states and checks them; for one thread.
///
/// Reads the table of what was found, and never writes it.
final class Expander {
  private static final int REMEMBERED = 1 << 14;

  private final StateSpace space;
  private final FingerprintTable table;
  private final BooleanSupplier interrupted;
  private final boolean exhaustive;
  private final boolean everyStep;
  private final long @Nullable [] recent;

  /// @param exhaustive whether to look for every property that a state or step violates, rather
  ///   than for the first one
  /// @param everyStep whether steps to states that are known are of interest, too
  /// @param remembers whether to leave out states that were handed over before, although the table
  ///   does not have them yet
  Expander(
      StateSpace space,
      FingerprintTable table,
      BooleanSupplier interrupted,
      boolean exhaustive,
      boolean everyStep,
      boolean remembers) {
    this.space = space;
    this.table = table;
    this.interrupted = interrupted;
    this.exhaustive = exhaustive;
    this.everyStep = everyStep;
    this.recent = remembers ? new long[REMEMBERED] : null;
  }

  StateSpace space() {
    return space;
  }

  /// Hands over the initial states, each as often as it is found.
  void initialStates(Predicate<Found> sink) {
    space.initialStates(
        null, (state, label) -> !interrupted.getAsBoolean() && sink.test(examine(state, label)));
  }

  private Found examine(Value[] state, Labeling label) {
    boolean within = false;
    long fingerprint = 0;
    StateSpace.Wrong wrong = StateSpace.Wrong.NOTHING;
    try {
      boolean inside = space.satisfiesConstraints(state, 1);
      fingerprint = inside ? space.fingerprint(state, 1) : 0;
      within = inside;
      if (!within || !table.contains(fingerprint)) {
        wrong = space.falseInvariants(state, 1, exhaustive);
      }
    } catch (RejectedException e) {
      wrong = new StateSpace.Wrong(List.of(), e);
    }
    return new Found(state, label, 0, within, fingerprint, wrong, StateSpace.Wrong.NOTHING);
  }

  /// Hands over the successors that are new, or with which something is wrong.
  Expansion expand(Value[] state, int level, Predicate<Found> sink) {
    Expansion expansion = new Expansion();
    try {
      space.successors(
          state,
          level,
          null,
          (successor, label) -> {
            if (interrupted.getAsBoolean()) {
              expansion.abort();
              return false;
            }
            int ordinal = expansion.count(label.name());
            Found found = examine(state, successor, label, ordinal, level, expansion);
            return found == null || sink.test(found);
          });
    } catch (RejectedException e) {
      expansion.fail(e);
    }
    return expansion;
  }

  private @Nullable Found examine(
      Value[] state,
      Value[] successor,
      Labeling label,
      int ordinal,
      int level,
      Expansion expansion) {
    boolean within = false;
    long fingerprint = 0;
    try {
      boolean inside =
          space.satisfiesConstraints(successor, level + 1)
              && space.satisfiesActionConstraints(state, successor, level);
      if (inside) {
        fingerprint = space.fingerprint(successor, level + 1);
        expansion.note(fingerprint);
      }
      within = inside;
    } catch (RejectedException e) {
      return new Found(
          successor,
          label,
          ordinal,
          within,
          fingerprint,
          StateSpace.Wrong.NOTHING,
          new StateSpace.Wrong(List.of(), e));
    }
    boolean unseen = within && !table.contains(fingerprint) && !isRecent(fingerprint);
    StateSpace.Wrong ofState =
        unseen || !within
            ? space.falseInvariants(successor, level + 1, exhaustive)
            : StateSpace.Wrong.NOTHING;
    StateSpace.Wrong ofStep = space.falseSteps(state, successor, level, exhaustive);
    Found found = new Found(successor, label, ordinal, within, fingerprint, ofState, ofStep);
    return unseen || found.isFaulty() || (everyStep && within) ? found : null;
  }

  /// Whether this fingerprint was asked for not long ago.
  private boolean isRecent(long fingerprint) {
    if (recent == null) {
      return false;
    }
    int slot = (int) fingerprint & (REMEMBERED - 1);
    boolean known = recent[slot] == fingerprint && fingerprint != 0;
    recent[slot] = fingerprint;
    return known;
  }
}
