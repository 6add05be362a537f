package skolem.explicit.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.explicit.eval.Registers;
import skolem.frontend.model.ActionNames;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;

/// Visits the states of a model level by level, so that the first violation has a shortest trace.
///
/// As TLC does it, invariants are checked in every state that is found, also outside the
/// constraints; states outside are neither counted as distinct nor expanded. Initial states that
/// are found twice are generated once. Stops at the first violation, unless asked to go on.
/// Deterministic.
public final class BreadthFirstSearch {
  private final Model model;
  private final SearchOptions options;
  private final Registers registers;
  private final FingerprintTable table = new FingerprintTable();
  private final Discovery discovery;
  private final Watch watch;
  private final List<Expander> expanders = new ArrayList<>();
  private final List<List<String>> written = new ArrayList<>();

  private BreadthFirstSearch(
      Model model, Model.Behaviour behaviour, SearchOptions options, Registers registers) {
    this.model = model;
    this.options = options;
    this.registers = registers;
    this.watch = new Watch(options);
    boolean several = options.workers() > 1;
    for (int i = 0; i < options.workers(); i++) {
      List<String> lines = new ArrayList<>();
      written.add(lines);
      expanders.add(expander(several ? lines::add : options.output(), several));
    }
    this.discovery =
        new Discovery(
            expanders.getFirst().space(), table, ActionNames.of(behaviour.next()), options);
  }

  private Expander expander(Consumer<String> output, boolean several) {
    return new Expander(
        new StateSpace(model, output, registers.copy(!several)),
        table,
        options.interrupted(),
        options.goOn(),
        options.graph() != null,
        several);
  }

  /// Checks the assumptions, then searches, then checks the postconditions.
  ///
  /// @throws RejectedException where an assumption is false, where an expression is not supported,
  ///   or where there is an error before the first state
  public static Exploration run(Model model, SearchOptions options) {
    Registers registers = StateSpace.checkAssumptions(model, options.output());
    return model.behaviour() == null
        ? new Exploration(
            List.of(),
            new Outcome.Holds("the assumptions hold, and there is no behaviour to check"),
            Statistics.none(),
            List.of())
        : new BreadthFirstSearch(model, model.behaviour(), options, registers).run();
  }

  // ── The walk ────────────────────────────────────────────────────────────────────────────────

  /// Where the walk is.
  private static final class Position {
    Queue<Value[]> frontier = new ArrayDeque<>();
    int level;
    int first;
  }

  private Exploration run() {
    Position position = new Position();
    try (Team team = new Team(expanders, written, discovery, options)) {
      walk(position, team);
    } catch (OutOfMemoryError _) {
      watch.heapFull();
    }
    int waiting = position.frontier.size() + discovery.waiting();
    int level = Math.max(1, position.level);
    int deepest = level + (discovery.waiting() > 0 && position.level > 0 ? 1 : 0);
    boolean nothingLeft = waiting == 0;
    position.frontier.clear();
    List<Outcome.Violated> violations = violations();
    int depth =
        violations.stream().mapToInt(v -> v.trace().length() + 1).reduce(deepest, Math::max);
    Statistics statistics = discovery.statistics(depth, waiting);
    Outcome coverage = coverage(violations, nothingLeft, position.level);
    boolean reached = violations.isEmpty() && watch.reason() == null;
    return new Exploration(
        violations, coverage, statistics, reached ? postconditions(statistics) : List.of());
  }

  private void walk(Position position, Team team) {
    expanders
        .getFirst()
        .initialStates(found -> {
          watch.look(discovery, 1, 0);
          return discovery.enterInitial(found) && watch.reason() == null;
        });
    written.getFirst().forEach(options.output());
    written.getFirst().clear();
    if (isOver()) {
      return;
    }
    position.frontier = discovery.take();
    position.level = 1;
    while (!position.frontier.isEmpty() && position.level <= options.maxSteps()) {
      while (!position.frontier.isEmpty() && !isOver()) {
        position.first += team.expandSome(position.frontier, position.first, position.level);
        watch.look(discovery, position.level, position.frontier.size());
      }
      if (isOver()) {
        return;
      }
      position.frontier = discovery.take();
      position.level += position.frontier.isEmpty() ? 0 : 1;
    }
  }

  private boolean isOver() {
    return discovery.stopped() || watch.reason() != null;
  }

  // ── The result ──────────────────────────────────────────────────────────────────────────────

  /// Found again with an evaluator of its own, which starts where the search did.
  private List<Outcome.Violated> violations() {
    StateSpace fresh = new StateSpace(model, _ -> {}, registers.copy(true));
    TraceRebuilder rebuilder = new TraceRebuilder(fresh, table);
    return discovery.violations().stream()
        .map(v -> new Outcome.Violated(rebuilder.rebuild(v.predecessor, v.state), v.fault))
        .toList();
  }

  /// @param level the one whose states were being expanded; those on it have been checked
  private Outcome coverage(List<Outcome.Violated> violations, boolean nothingLeft, int level) {
    String reason = watch.reason();
    if (reason != null) {
      return new Outcome.Undecided(level - 1, reason);
    }
    if (discovery.stopped()) {
      return new Outcome.Undecided(
          violations.getFirst().trace().length() - 1,
          "the search ended at the violation of another property");
    }
    OptionalInt error = firstError(violations);
    if (error.isPresent()) {
      return new Outcome.Undecided(
          error.getAsInt() - 1, "what has no value, and lies behind it, is not known");
    }
    return nothingLeft
        ? new Outcome.Holds("every reachable state was visited")
        : new Outcome.HoldsUpTo(options.maxSteps());
  }

  /// After how many steps an expression has no value.
  private static OptionalInt firstError(List<Outcome.Violated> violations) {
    return violations.stream()
        .filter(v -> v.fault() instanceof Fault.EvaluationError)
        .mapToInt(v -> v.trace().length())
        .min();
  }

  private List<Diagnostic> postconditions(Statistics statistics) {
    Registers results = registers.copy(true);
    put(results, "generated", statistics.generated());
    put(results, "distinct", statistics.distinct());
    put(results, "queue", statistics.waiting());
    put(results, "diameter", statistics.depth());
    StateSpace after = new StateSpace(model, options.output(), results);
    List<Diagnostic> wrong = new ArrayList<>();
    for (Model.Named postcondition : model.postconditions()) {
      Diagnostic diagnostic = check(postcondition, after);
      if (diagnostic != null) {
        wrong.add(diagnostic);
      }
    }
    return wrong;
  }

  private static void put(Registers registers, String name, long number) {
    registers.put(new StringValue(name), IntValue.of(number));
  }

  private static @Nullable Diagnostic check(Model.Named postcondition, StateSpace after) {
    try {
      return after.holds(postcondition)
          ? null
          : Diagnostic.error(
              Code.ASSUMPTION,
              postcondition.expr().span(),
              "the postcondition " + postcondition.name() + " is false");
    } catch (RejectedException error) {
      return error
          .diagnostics()
          .getFirst()
          .with(postcondition.expr().span(), "in the postcondition " + postcondition.name());
    }
  }
}
