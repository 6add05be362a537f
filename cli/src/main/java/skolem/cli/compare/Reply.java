package skolem.cli.compare;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.cli.measure.ProcessUse;

/// What an engine said, and what it cost.
///
/// @param engine its name
/// @param answer in a few words
/// @param findings by property; a property that is missing was not looked at
/// @param depth of the violation, or else how far the engine looked, in steps
/// @param states how many different states were visited
public record Reply(
    String engine,
    String answer,
    SortedMap<String, Finding> findings,
    OptionalInt depth,
    OptionalLong states,
    ProcessUse use) {

  public Reply {
    findings = new TreeMap<>(findings);
  }

  /// An engine that said nothing of the question.
  static Reply none(String engine, String why, ProcessUse use) {
    return new Reply(
        engine, why, new TreeMap<>(Map.of()), OptionalInt.empty(), OptionalLong.empty(), use);
  }

  /// Whether it answers what was asked.
  public boolean isAnswer() {
    return !findings.isEmpty();
  }

  /// Whether it shows a violation.
  public boolean isViolation() {
    return findings.values().stream().anyMatch(Finding.Violated.class::isInstance);
  }
}
