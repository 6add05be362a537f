package skolem.explicit.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skolem.explicit.search.Statistics.ActionCount;
import skolem.explicit.search.Statistics.OutDegrees;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;

/// What a search has discovered so far: states, counts, violations.
///
/// Findings are entered in the order of the search, whatever thread made them, so that indices,
/// counts and violations do not depend on the number of threads.
final class Discovery {
  private final StateSpace space;
  private final boolean goOn;
  private final @Nullable GraphSink graph;
  private final FingerprintTable table;
  private final Map<String, Violation> violations = new LinkedHashMap<>();
  private final SortedMap<String, ActionCount> actions = new TreeMap<>();
  private long[] degrees = new long[16];
  private ArrayDeque<Value[]> found = new ArrayDeque<>();
  private long generated;
  private int initialStates;
  private int stoppedAt;
  private boolean stopped;

  /// @param space of the thread that enters the findings
  /// @param names those of the actions
  Discovery(StateSpace space, FingerprintTable table, List<String> names, SearchOptions options) {
    this.space = space;
    this.table = table;
    this.goOn = options.goOn();
    this.graph = options.graph();
    names.forEach(name -> actions.put(name, ActionCount.NEVER));
  }

  // ── States ──────────────────────────────────────────────────────────────────────────────────

  /// @return whether to go on
  boolean enterInitial(Found state) {
    if (add(state, FingerprintTable.NONE, 1)) {
      initialStates++;
      generated++;
    }
    return !stopped;
  }

  /// @param state the one that was expanded, with its index and level
  /// @return whether to go on
  boolean enter(Found successor, Value[] state, int index, int level) {
    boolean isNew = add(successor, index, level + 1);
    if (isNew && !stopped) {
      actions.merge(
          successor.label.name(), new ActionCount(0, 1), (a, b) -> a.plus(0, b.distinct()));
    }
    if (!stopped) {
      checkStep(successor, index);
    }
    if (graph != null && successor.within) {
      graph.step(
          index,
          table.indexOf(successor.fingerprint),
          space.label(successor.label, state, successor.state, level));
    }
    if (stopped) {
      stoppedAt = successor.ordinal;
    }
    return !stopped;
  }

  /// @return whether the state is new, and within the constraints
  private boolean add(Found found, int predecessor, int level) {
    boolean isNew = found.within && table.add(found.fingerprint, predecessor);
    if (isNew && graph != null) {
      graph.state(table.size() - 1, level == 1, space.state(found.state));
    }
    if (isNew || !found.within) {
      checkState(found, predecessor, level);
    }
    if (isNew && !stopped) {
      this.found.add(found.state);
    }
    return isNew;
  }

  private void checkState(Found found, int predecessor, int level) {
    if (found.ofState.error() != null) {
      report(new Violation(found.state, predecessor, evaluationError(found.ofState.error())));
    }
    for (var invariant : found.ofState.formulas()) {
      if (!violations.containsKey(invariant.name())) {
        Fault fault = space.explain(invariant, found.state, level);
        report(new Violation(found.state, predecessor, fault));
      }
    }
  }

  private void checkStep(Found found, int predecessor) {
    if (found.ofStep.error() != null) {
      report(new Violation(found.state, predecessor, evaluationError(found.ofStep.error())));
    }
    for (var property : found.ofStep.formulas()) {
      report(new Violation(found.state, predecessor, StateSpace.falseStep(property)));
    }
  }

  /// After the successors of a state, or as many as were wanted, have been entered.
  void complete(Expansion expansion, Value[] state, int index) {
    int counted = stopped ? stoppedAt : expansion.generated();
    generated += counted;
    expansion.tally(
        counted,
        (action, steps) ->
            actions.merge(action, new ActionCount(steps, 0), (a, b) -> a.plus(b.steps(), 0)));
    if (stopped || expansion.aborted()) {
      return;
    }
    if (expansion.error() != null) {
      Fault fault = evaluationError(expansion.error());
      report(new Violation(state, table.predecessor(index), fault));
    } else if (expansion.generated() == 0 && space.model().checkDeadlock()) {
      report(new Violation(state, table.predecessor(index), new Fault.Deadlock()));
    }
    int degree = expansion.outDegree();
    if (degree >= degrees.length) {
      degrees = Arrays.copyOf(degrees, Math.max(degree + 1, 2 * degrees.length));
    }
    degrees[degree]++;
  }

  private void report(Violation violation) {
    violations.putIfAbsent(violation.fault.property(), violation);
    stopped = !goOn;
  }

  /// @throws RejectedException where it is no fault of the specification
  static Fault evaluationError(RejectedException error) {
    Diagnostic diagnostic = error.diagnostics().getFirst();
    if (diagnostic.code() != Code.UNDEFINED && diagnostic.code() != Code.ASSERT) {
      throw error;
    }
    return new Fault.EvaluationError(diagnostic);
  }

  // ── Answers ─────────────────────────────────────────────────────────────────────────────────

  /// Whether a violation has ended the search.
  boolean stopped() {
    return stopped;
  }

  /// The states that were found and not taken yet.
  Queue<Value[]> take() {
    Queue<Value[]> taken = found;
    found = new ArrayDeque<>();
    return taken;
  }

  int waiting() {
    return found.size();
  }

  long generated() {
    return generated;
  }

  int distinct() {
    return table.size();
  }

  Collection<Violation> violations() {
    return violations.values();
  }

  Statistics statistics(int depth, int waiting) {
    return new Statistics(
        initialStates, generated, table.size(), waiting, depth, actions, outDegrees());
  }

  private OutDegrees outDegrees() {
    long states = 0;
    long steps = 0;
    for (int degree = 0; degree < degrees.length; degree++) {
      states += degrees[degree];
      steps += degree * degrees[degree];
    }
    return states == 0
        ? OutDegrees.NONE
        : new OutDegrees(
            states,
            percentile(1, states),
            (double) steps / states,
            percentile(states - states / 20, states),
            percentile(states, states));
  }

  /// The least degree that at least `rank` states do not exceed.
  private int percentile(long rank, long states) {
    long seen = 0;
    for (int degree = 0; degree < degrees.length; degree++) {
      seen += degrees[degree];
      if (seen >= Math.min(rank, states)) {
        return degree;
      }
    }
    return degrees.length - 1;
  }
}
