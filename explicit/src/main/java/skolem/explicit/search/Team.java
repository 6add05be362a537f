package skolem.explicit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// The threads of a search.
///
/// A frontier is expanded in rounds. In a round the threads expand portions of it side by side and
/// only read the table; then one thread enters what they found, in the order of the frontier. So
/// the result is that of one thread.
final class Team implements AutoCloseable {
  private static final int LARGEST_PORTION = 32;
  private static final int PORTIONS_PER_ROUND = 128;
  private static final long LONGEST_ROUND = 100_000_000;
  private static final long STACK_BYTES = 1L << 29;

  private final List<Expander> members;
  private final List<List<String>> written;
  private final Discovery discovery;
  private final SearchOptions options;
  private final ExecutorService threads;

  /// @param members one for each thread
  /// @param written where the members write; not used by a single one
  Team(
      List<Expander> members,
      List<List<String>> written,
      Discovery discovery,
      SearchOptions options) {
    this.members = List.copyOf(members);
    this.written = List.copyOf(written);
    this.discovery = discovery;
    this.options = options;
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, members.size() - 1),
            task -> {
              Thread thread = new Thread(null, task, "explore", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// Expands the next states of a frontier, at least one, and removes them from it.
  ///
  /// @param first the index of the first state
  /// @return how many states were expanded
  int expandSome(Queue<Value[]> frontier, int first, int level) {
    return members.size() == 1
        ? expandOne(frontier.remove(), first, level)
        : expandRound(frontier, first, level);
  }

  private int expandOne(Value[] state, int index, int level) {
    Expansion expansion =
        members
            .getFirst()
            .expand(state, level, found -> discovery.enter(found, state, index, level));
    discovery.complete(expansion, state, index);
    return 1;
  }

  // ── Several threads ─────────────────────────────────────────────────────────────────────────

  /// What a thread found of the successors of one state.
  private record Part(Expansion expansion, List<Found> found, List<String> written) {}

  /// What one round is about.
  private static final class Round {
    final List<Value[]> states;
    final int portion;
    final int level;
    final long end = System.nanoTime() + LONGEST_ROUND;
    final AtomicInteger next = new AtomicInteger();
    final AtomicBoolean over = new AtomicBoolean();
    final @Nullable Part[] parts;

    Round(List<Value[]> states, int portion, int level) {
      this.states = states;
      this.portion = portion;
      this.level = level;
      this.parts = new @Nullable Part[states.size()];
    }

    /// The start of a portion that nobody works on, or the number of states where there is none.
    int take() {
      return over.get() || System.nanoTime() > end
          ? states.size()
          : Math.min(states.size(), next.getAndAdd(portion));
    }
  }

  private int expandRound(Queue<Value[]> frontier, int first, int level) {
    int portion = Math.clamp(frontier.size() / (8L * members.size()), 1, LARGEST_PORTION);
    int size = Math.min(frontier.size(), portion * PORTIONS_PER_ROUND);
    List<Value[]> states = new ArrayList<>(size);
    for (Value[] state : frontier) {
      if (states.size() == size) {
        break;
      }
      states.add(state);
    }
    Round round = new Round(states, portion, level);
    work(round);
    int entered = 0;
    while (entered < size && !discovery.stopped()) {
      Part part = round.parts[entered];
      if (part == null) {
        break;
      }
      enter(part, states.get(entered), first + entered, level);
      frontier.remove();
      entered++;
    }
    return entered;
  }

  private void work(Round round) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < members.size(); i++) {
      int member = i;
      others.add(threads.submit(() -> work(member, round)));
    }
    try {
      work(0, round);
    } finally {
      round.over.set(true);
      others.forEach(Team::await);
    }
  }

  private static void await(Future<?> other) {
    try {
      other.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Portions are taken in order and finished, so that the parts that are done come first.
  private void work(int member, Round round) {
    Expander expander = members.get(member);
    for (int start = round.take(); start < round.states.size(); start = round.take()) {
      int end = Math.min(round.states.size(), start + round.portion);
      for (int i = start; i < end; i++) {
        round.parts[i] = part(expander, member, round, round.states.get(i));
      }
    }
  }

  private Part part(Expander expander, int member, Round round, Value[] state) {
    List<Found> found = new ArrayList<>();
    Expansion expansion =
        expander.expand(
            state,
            round.level,
            f -> {
              found.add(f);
              if (f.isFaulty() && !options.goOn()) {
                round.over.set(true);
              }
              return true;
            });
    List<String> lines = List.copyOf(written.get(member));
    written.get(member).clear();
    return new Part(expansion, found, lines);
  }

  private void enter(Part part, Value[] state, int index, int level) {
    part.written.forEach(options.output());
    for (Found found : part.found) {
      if (!discovery.enter(found, state, index, level)) {
        break;
      }
    }
    discovery.complete(part.expansion, state, index);
  }
}
