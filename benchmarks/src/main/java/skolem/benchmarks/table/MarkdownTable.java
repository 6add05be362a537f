package skolem.benchmarks.table;

import java.util.List;
import java.util.stream.Collectors;

/// A table in Markdown: words to the left, numbers to the right.
final class MarkdownTable {
  private MarkdownTable() {}

  /// The table.
  ///
  /// @param words how many columns, from the left, hold words
  /// @throws IllegalArgumentException for a row with more or fewer cells than the header
  static String of(List<String> header, int words, List<List<String>> rows) {
    StringBuilder out = new StringBuilder(line(header));
    out.append('|');
    out.repeat(" --- |", words);
    out.repeat(" ---: |", header.size() - words);
    out.append('\n');
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            row.size() + " cells under " + header.size() + " columns");
      }
      out.append(line(row));
    }
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
