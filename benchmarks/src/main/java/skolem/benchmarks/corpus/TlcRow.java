package skolem.benchmarks.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A specification and what TLC finds in it, as the index of a corpus says; cells may be empty.
public record TlcRow(Map<String, String> cells) {
  public TlcRow {
    cells = Map.copyOf(cells);
  }

  /// Reads an index: columns separated by tabs, named in the first line.
  ///
  /// @throws IllegalArgumentException with the number of the line that is wrong
  public static List<TlcRow> read(List<String> lines) {
    List<TlcRow> rows = new ArrayList<>();
    List<String> heads = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split("\t", -1));
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (cells.size() != heads.size()) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + ": " + cells.size() + " columns instead of " + heads.size());
      }
      Map<String, String> row = new HashMap<>();
      for (int place = 0; place < heads.size(); place++) {
        row.put(heads.get(place), cells.get(place));
      }
      rows.add(new TlcRow(row));
    }
    return rows;
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  public String name() {
    return cell("name");
  }

  /// The module file in the folder of the row.
  public String module() {
    return cell("module") + ".tla";
  }

  /// The configuration in the folder of the row.
  public String configuration() {
    return cell("cfg");
  }

  /// Whether TLC came to an end.
  public boolean ended() {
    return !verdict().equals("timeout");
  }

  /// In TLC's words: `success`, `safety failure`, …
  public String verdict() {
    return cell("tlc_result");
  }

  public boolean composesActions() {
    return cell("features").contains("\\cdot");
  }

  public OptionalLong generated() {
    return number("generated");
  }

  public OptionalLong distinct() {
    return number("distinct");
  }

  public OptionalLong depth() {
    return number("depth");
  }

  public OptionalDouble cpuSeconds() {
    String cell = cell("cpu_s");
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  private OptionalLong number(String column) {
    String cell = cell(column);
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
  }
}
