package skolem.solver.bmc;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.solver.lemma.Clause;
import skolem.solver.lemma.DirectedStrengthening;
import skolem.solver.lemma.Levels;
import skolem.solver.lemma.Strengthening;

/// The search backwards from the bad states, on another thread beside the search over behaviours:
/// not made, ready to begin, or begun.
final class BackwardSearch implements AutoCloseable {
  /// How long it may take before it must keep up.
  private static final Duration HEAD_START = Duration.ofSeconds(10);

  private final Unrolling unrolling;
  private Strengthening.@Nullable Request request;
  private Strengthening.@Nullable Result within;
  private @Nullable DirectedStrengthening begun;

  BackwardSearch(Unrolling unrolling) {
    this.unrolling = unrolling;
  }

  /// Makes it ready.
  ///
  /// @param known the forms of the states that it is about, and lemmas about them
  /// @throws IllegalStateException where it has begun: what it finds is about those forms
  void prepare(Strengthening.Request asked, Strengthening.Result known) {
    if (begun != null) {
      throw new IllegalStateException("the search backwards has begun");
    }
    request = asked;
    within = known;
  }

  boolean isReady() {
    return begun == null && request != null;
  }

  void begin() {
    if (begun == null && request != null && within != null) {
      begun = DirectedStrengthening.start(request, within, within.lemmas());
    }
  }

  boolean isRunning() {
    return begun != null && begun.isRunning();
  }

  boolean hasEnded() {
    return begun != null && !begun.isRunning();
  }

  /// Ends it where it is too far behind.
  void endIfBehind() {
    if (begun != null) {
      begun.endIfBehind(unrolling.last().depth() - 1, HEAD_START);
    }
  }

  /// Where to look for a bad state in the last frame; empty where nothing is known.
  List<Formula> way() {
    return begun == null ? List.of() : begun.way(unrolling);
  }

  /// How the search ends by what was found; null where nothing was.
  End.@Nullable Inductive found() {
    List<Clause> lemmas = begun == null ? null : begun.lemmas();
    return lemmas == null || within == null
        ? null
        : new End.Inductive(lemmas.size(), within.steps());
  }

  /// Whether it is known so far that all states after so many steps are safe.
  boolean isSafe(int depth) {
    return begun != null && depth <= begun.levels().bound();
  }

  /// What is known so far of states by their distance from the beginning.
  Levels levels() {
    return begun == null ? new Levels(List.of()) : begun.levels();
  }

  @Override
  public void close() {
    if (begun != null) {
      begun.close();
    }
  }
}
