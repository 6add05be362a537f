package skolem.cli.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import skolem.cli.measure.ProcessUse;

/// Reads what TLC prints for people.
///
/// TLC searches breadth first, so that a violation after `n` steps says that nothing is violated in
/// fewer; that is true with one worker, and of states, not of temporal properties.
final class TlcOutput {
  private static final Pattern INVARIANT = Pattern.compile("Error: Invariant (\\S+) is violated");
  private static final Pattern ACTION =
      Pattern.compile("Error: Action property (\\S+) is violated");
  private static final Pattern STATE = Pattern.compile("(?m)^State (\\d+):");
  private static final Pattern COUNTS = Pattern.compile("([\\d,]+) distinct states found");
  private static final Pattern DEPTH =
      Pattern.compile("The depth of the complete state graph search is (\\d+)");
  private static final String SUCCESS = "Model checking completed. No error has been found.";
  private static final String DEADLOCK = "Error: Deadlock reached.";
  private static final String TEMPORAL = "Error: Temporal properties were violated.";
  private static final String ASSERTION = "The first argument of Assert evaluated to FALSE";

  private final String output;
  private final List<String> invariants;
  private final boolean deadlock;
  private final ProcessUse use;

  private TlcOutput(ProcessUse use, List<String> invariants, boolean deadlock) {
    this.output = use.output();
    this.invariants = invariants;
    this.deadlock = deadlock;
    this.use = use;
  }

  /// @param invariants their names
  /// @param deadlock whether deadlocks were looked for
  static Reply read(ProcessUse use, List<String> invariants, boolean deadlock) {
    return new TlcOutput(use, invariants, deadlock).reply();
  }

  private Reply reply() {
    Matcher invariant = INVARIANT.matcher(output);
    Matcher action = ACTION.matcher(output);
    if (invariant.find()) {
      return violation(invariant.group(1));
    }
    if (action.find()) {
      return violation(action.group(1));
    }
    if (output.contains(DEADLOCK)) {
      return violation(PropertyName.DEADLOCK);
    }
    if (output.contains(ASSERTION)) {
      return violation(PropertyName.DEFINEDNESS);
    }
    if (output.contains(SUCCESS) || output.contains(TEMPORAL)) {
      String answer =
          output.contains(SUCCESS) ? "holds at every depth" : "a temporal property is violated";
      OptionalInt depth = last(DEPTH).map(d -> OptionalInt.of(d - 1)).orElse(OptionalInt.empty());
      boolean complete = output.contains(SUCCESS);
      return reply(
          answer, complete ? safe(Finding.UNBOUNDED, Finding.UNBOUNDED) : new TreeMap<>(), depth);
    }
    return Reply.none("TLC", "failed with status " + use.exit().orElse(-1) + complaint(), use);
  }

  private String complaint() {
    return output.lines().filter(line -> line.startsWith("Error: ")).findFirst().stream()
        .map(line -> ": " + line)
        .collect(Collectors.joining());
  }

  /// The last state that is printed is the violating one; a violation in an initial state comes
  /// without a number.
  private Reply violation(String property) {
    int steps = Math.max(0, last(STATE).orElse(1) - 1);
    SortedMap<String, Finding> findings = safe(steps - 1, steps - 2);
    findings.put(property, new Finding.Violated(steps));
    return reply(property + " violated", findings, OptionalInt.of(steps));
  }

  /// @param steps within which the invariants hold
  /// @param left how far all states have been left
  private SortedMap<String, Finding> safe(int steps, int left) {
    SortedMap<String, Finding> findings = new TreeMap<>();
    invariants.forEach(invariant -> findings.put(invariant, new Finding.Safe(steps)));
    if (deadlock) {
      findings.put(PropertyName.DEADLOCK, new Finding.Safe(left));
    }
    return findings;
  }

  private Reply reply(String answer, SortedMap<String, Finding> findings, OptionalInt depth) {
    OptionalLong states = last(COUNTS).map(n -> OptionalLong.of(n)).orElse(OptionalLong.empty());
    return new Reply("TLC", answer, findings, depth, states, use);
  }

  private Optional<Integer> last(Pattern pattern) {
    return pattern
        .matcher(output)
        .results()
        .reduce((_, later) -> later)
        .map((MatchResult m) -> Integer.valueOf(m.group(1).replace(",", "")));
  }
}
