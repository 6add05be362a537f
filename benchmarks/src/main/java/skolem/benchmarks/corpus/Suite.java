package skolem.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The rows of a suite, read from a text with one row a line and columns separated by tabs.
///
/// The first line names the columns. `-` stands for nothing.
public record Suite(List<SuiteRow> rows) {
  private static final List<String> COLUMNS =
      List.of(
          "name", "command", "spec", "cfg", "length", "parameters", "options", "reference CPU s");

  /// Reads a suite.
  ///
  /// @throws IllegalArgumentException with the number of the line that is wrong
  public static Suite read(List<String> lines) {
    if (lines.isEmpty() || !columns(lines.getFirst()).equals(COLUMNS)) {
      throw new IllegalArgumentException("line 1: the columns are not " + COLUMNS);
    }
    List<SuiteRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(lines.get(i), i + 1));
      }
    }
    return new Suite(List.copyOf(rows));
  }

  private static List<String> columns(String line) {
    return List.of(line.split("\t", -1));
  }

  private static SuiteRow row(String line, int number) {
    List<String> cells = columns(line);
    if (cells.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "line " + number + ": " + cells.size() + " columns instead of " + COLUMNS.size());
    }
    try {
      return new SuiteRow(
          cells.get(0),
          cells.get(1),
          cells.get(2),
          cells.get(3),
          Bound.read(cells.get(4)),
          Parameters.read(cells.get(5)),
          Parameters.absent(cells.get(6)) ? List.of() : List.of(cells.get(6).split(" ", -1)),
          Parameters.absent(cells.get(7))
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(cells.get(7))));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }
}
