package skolem.benchmarks.table;

import java.util.List;
import java.util.stream.Collectors;

/// One line of comma-separated values, as RFC 4180 has it.
final class CsvLine {
  private CsvLine() {}

  static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
