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
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// The threads of a search.
///
/// The threads expand portions of a frontier side by side and only read the table; one of them
/// enters what they found, in the order of the frontier, as soon as the order allows it. So the
/// result is that of one thread. A round is as much as is expanded between two looks at the clock.
final class Team implements AutoCloseable {
  private static final int LARGEST_PORTION = 8;
  private static final int PORTIONS_PER_ROUND = 4096;
  private static final long LONGEST_ROUND = 250_000_000;
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
    final Queue<Value[]> frontier;
    final List<Value[]> states;
    final int portion;
    final int level;
    final long end = System.nanoTime() + LONGEST_ROUND;
    final AtomicInteger next = new AtomicInteger();
    final AtomicBoolean over = new AtomicBoolean();
    final AtomicReferenceArray<@Nullable Part> parts;

    /// @param states the first ones of the frontier
    Round(Queue<Value[]> frontier, List<Value[]> states, int portion, int level) {
      this.frontier = frontier;
      this.states = states;
      this.portion = portion;
      this.level = level;
      this.parts = new AtomicReferenceArray<>(states.size());
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
    return lead(new Round(frontier, states, portion, level), first);
  }

  /// Enters what is found as soon as its turn has come, and expands states in between.
  ///
  /// @return how many states were expanded and their successors entered
  private int lead(Round round, int first) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < members.size(); i++) {
      int member = i;
      others.add(threads.submit(() -> follow(member, round)));
    }
    int entered = 0;
    try {
      for (int start = round.take(); start < round.states.size(); start = round.take()) {
        expand(0, round, start);
        entered = enterFinished(round, entered, first);
      }
    } finally {
      round.over.set(true);
      others.forEach(Team::await);
    }
    return enterFinished(round, entered, first);
  }

  private int enterFinished(Round round, int from, int first) {
    int entered = from;
    while (entered < round.states.size() && !discovery.stopped()) {
      Part part = round.parts.getAndSet(entered, null);
      if (part == null) {
        break;
      }
      enter(part, round.frontier.remove(), first + entered, round.level);
      entered++;
    }
    if (discovery.stopped()) {
      round.over.set(true);
    }
    return entered;
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

  private void follow(int member, Round round) {
    for (int start = round.take(); start < round.states.size(); start = round.take()) {
      expand(member, round, start);
    }
  }

  /// Portions are taken in order and finished, so that the parts that are done come first.
  private void expand(int member, Round round, int start) {
    int end = Math.min(round.states.size(), start + round.portion);
    for (int i = start; i < end; i++) {
      round.parts.set(i, part(members.get(member), member, round, round.states.get(i)));
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
