package skolem.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A proof that is measured at growing sizes.
///
/// @param specification the path of the specification, relative to the root of the project
/// @param options of `prove`, with places for the size `N`
/// @param grows what there are N of; empty where nothing can grow
/// @param sizes null where nothing can grow
public record Growth(
    String name, String specification, List<String> options, String grows, @Nullable Sizes sizes) {
  private static final String COLUMNS = "name\tspecification\toptions\tgrows\tsizes";
  private static final int CELLS = 5;
  private static final String SIZE = "N";

  /// Sizes without end: the first, and then so much more, or so many times as much.
  ///
  /// @param multiplied whether the step is a factor
  public record Sizes(int first, int step, boolean multiplied) {
    /// Reads `3 +1` or `25 *2`.
    ///
    /// @throws IllegalArgumentException for anything else
    static Sizes read(String cell) {
      if (!cell.matches("\\d+ (\\+[1-9]\\d*|\\*([2-9]|[1-9]\\d+))")) {
        throw new IllegalArgumentException("no sizes: " + cell);
      }
      int blank = cell.indexOf(' ');
      return new Sizes(
          Integer.parseInt(cell.substring(0, blank)),
          Integer.parseInt(cell.substring(blank + 2)),
          cell.charAt(blank + 1) == '*');
    }

    public int after(int size) {
      return multiplied ? size * step : size + step;
    }
  }

  public Growth {
    options = List.copyOf(options);
  }

  /// Reads a table, one proof a line below the names of the columns, which tabs separate. `-`
  /// stands for nothing.
  ///
  /// @throws IllegalArgumentException with the number of the line that is wrong
  public static List<Growth> read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      throw new IllegalArgumentException("line 1: the columns are not " + COLUMNS);
    }
    List<Growth> all = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (cells.size() != CELLS) {
        throw new IllegalArgumentException("line " + (i + 1) + ": not " + CELLS + " columns");
      }
      try {
        all.add(growth(cells));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(all);
  }

  private static Growth growth(List<String> cells) {
    boolean fixed = Parameters.absent(cells.get(4));
    Growth growth =
        new Growth(
            cells.get(0),
            cells.get(1),
            List.of(cells.get(2).split(" ", -1)),
            fixed ? "" : cells.get(3),
            fixed ? null : Sizes.read(cells.get(4)));
    growth.arguments(1);
    return growth;
  }

  /// The arguments that prove it at a size, which means nothing where nothing can grow.
  public List<String> arguments(int size) {
    List<String> arguments = new ArrayList<>(List.of("prove", specification));
    Map<String, Integer> parameters = sizes == null ? Map.of() : Map.of(SIZE, size);
    String filled = ConfigurationTemplate.fill(String.join("\n", options), parameters);
    arguments.addAll(List.of(filled.split("\n", -1)));
    return List.copyOf(arguments);
  }
}
