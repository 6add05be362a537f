package skolem.cli.differential;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where TLC is known to answer differently, each with examples.
enum TlcDifference {
  // Ours is stricter: it has an error, and TLC a value.

  NO_SET(
      "what is no set decides nothing",
      "^a set is needed here, not an? ",
      Patterns.VALUE,
      "",
      "{} \\subseteq 1",
      "{} \\in SUBSET 1",
      "{} \\cup 1"),
  MIXED_SET(
      "elements of several kinds decide nothing",
      "^the set .* has elements that cannot be compared",
      Patterns.VALUE,
      "",
      "{} \\subseteq {1, \"a\"}",
      "{} \\in SUBSET {1, \"a\"}"),
  /// That of its characters. Where the string is on the left side, TLC has an error.
  STRING_AS_TUPLE(
      "a string is a tuple",
      "^(cannot compare a tuple .* with|a sequence is needed here, not) a string",
      Patterns.VALUE,
      "",
      "<<1, 2>> = \"b\"",
      "<<\"b\">> = \"b\"",
      "<<>> \\o \"b\"",
      "SelectSeq(\"ab\", LAMBDA c : TRUE)"),

  // TLC has an error where ours has a value.

  OTHER_FORM(
      "tuples, records and other functions are not compared",
      Patterns.VALUE,
      "Attempted to (check equality of record: .* with non-record (<<|\\[|\\()|compare an integer with non-integer: )",
      Patterns.STRUCTURE,
      "<<1>> = [n |-> 1]",
      "[n |-> 1] = <<1>>",
      "[x \\in {FALSE} |-> 1] = <<1>>"),
  UNSORTED(
      "elements of one kind with parts of several are not sorted",
      Patterns.VALUE,
      "Attempted to compare (integer|string \".*\"|record: .*) with non-(integer|string|record)",
      Patterns.STRUCTURE,
      "{<<1>>, [n |-> 1]} = {}",
      "{[n |-> 1], <<1>>} = {}",
      "{<<1>>, <<\"a\">>} = {}"),
  /// Ours compares the place with what is in the domain.
  OTHER_PLACE(
      "a tuple has places for integers only, a record for strings only",
      Patterns.VALUE,
      "apply (tuple to a non-integer|record to a non-string) argument",
      "EXCEPT !",
      "[<<>> EXCEPT ![\"a\"] = 2]",
      "[<<1>> EXCEPT ![m] = 2]",
      "[[a |-> 1] EXCEPT ![m] = 2]"),
  /// Later parts differ.
  EARLIER_PART(
      "parts of several kinds are not compared",
      Patterns.VALUE,
      Patterns.OTHER_KIND,
      Patterns.STRUCTURE,
      "<<\"a\", 1>> = <<1, 2>>",
      "<<1, 2>> = <<\"a\", 1>>"),
  /// Where a search ends with it, ours may come to another error later.
  LARGE_INTEGER(
      "integers have 32 bits",
      "",
      "(^|: )Overflow when computing ",
      "",
      "2147483647 + 1 > 0",
      "2 ^ 70 % 1000"),
  INFINITE_SET(
      "no set is compared with an infinite one",
      Patterns.VALUE,
      "Attempted to (compare|check equality of) the set .* with the value: Nat$",
      "Nat",
      "1 \\in UNION {Nat, {-1}}",
      "<<1, 2>> \\in [Nat -> Nat]"),
  INFINITE_POWERSET(
      "no infinite set of subsets is listed",
      Patterns.VALUE,
      "compute the number of elements in the overridden value Nat\\.$",
      "\\(SUBSET Nat\\) \\\\cap",
      "(SUBSET Nat) \\cap (SUBSET {-1, 1})"),

  // Both have a value.

  /// There is one such function.
  EMPTY_DOMAIN(
      "functions on the empty set are infinitely many",
      Patterns.VALUE,
      Patterns.VALUE,
      "IsFiniteSet\\(\\[\\{\\} -> Nat\\]\\)",
      "IsFiniteSet([{} -> Nat])");

  /// In place of the words of an error.
  static final String NO_ERROR = "value";

  private static final class Patterns {
    static final String VALUE = "^" + NO_ERROR + "$";
    static final String STRUCTURE = "<<|\\|->|:>|\\[\\w+ :";
    static final String OTHER_KIND =
        "(check|compare) equality of (string|integer|boolean) .* with non-(string|integer|boolean): ";
  }

  private final String reason;
  private final Pattern ours;
  private final Pattern theirs;
  private final Pattern text;
  private final String examples;

  TlcDifference(String reason, String ours, String theirs, String text, String... examples) {
    this.reason = reason;
    this.ours = Pattern.compile(ours);
    this.theirs = Pattern.compile(theirs);
    this.text = Pattern.compile(text);
    this.examples = String.join("\n", examples);
  }

  /// What is true for TLC.
  String reason() {
    return reason;
  }

  List<String> examples() {
    return examples.lines().toList();
  }

  /// What explains the difference; null where nothing does.
  ///
  /// @param ours [#NO_ERROR], or the words of an error
  /// @param theirs the same for TLC
  /// @param text of what is evaluated
  static @Nullable TlcDifference between(String ours, String theirs, String text) {
    for (TlcDifference difference : values()) {
      if (difference.ours.matcher(ours).find()
          && difference.theirs.matcher(theirs).find()
          && difference.text.matcher(text).find()) {
        return difference;
      }
    }
    return null;
  }
}
