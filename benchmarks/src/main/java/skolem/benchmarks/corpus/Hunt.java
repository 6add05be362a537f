package skolem.benchmarks.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// A specification with a seeded fault, at parameters for visiting all states and at large ones.
///
/// The depths, the fewest steps to a violation, are argued in the specifications.
///
/// @param fault what is wrong, in words
public record Hunt(String name, Size small, Size large, String fault) {
  private static final String COLUMNS = "name\tsmall\tsmall depth\tlarge\tdepth\tfault";
  private static final int CELLS = 6;

  /// Parameters, and the depth of the violation there.
  public record Size(SequencedMap<String, Integer> parameters, int depth) {
    private static Size of(String parameters, String depth) {
      return new Size(Parameters.read(parameters), Integer.parseInt(depth));
    }
  }

  /// Reads hunts, one a line below the names of the columns, which tabs separate.
  ///
  /// @throws IllegalArgumentException with the number of the line that is wrong
  public static List<Hunt> read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      throw new IllegalArgumentException("line 1: the columns are not " + COLUMNS);
    }
    List<Hunt> hunts = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (cells.size() != CELLS) {
        throw new IllegalArgumentException("line " + (i + 1) + ": not " + CELLS + " columns");
      }
      try {
        hunts.add(hunt(cells));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(hunts);
  }

  private static Hunt hunt(List<String> cells) {
    return new Hunt(
        cells.get(0),
        Size.of(cells.get(1), cells.get(2)),
        Size.of(cells.get(3), cells.get(4)),
        cells.get(5));
  }

  /// The arguments of a command on this specification; its configuration is written to the scratch
  /// folder.
  ///
  /// @param root the root of the project
  public List<String> arguments(String command, Size size, Path root, Path scratch)
      throws IOException {
    Path folder = root.resolve("benchmarks/hunts");
    Path configuration = scratch.resolve(name + ".cfg");
    Files.writeString(
        configuration,
        ConfigurationTemplate.fill(
            Files.readString(folder.resolve(name + ".cfg.in")), size.parameters()));
    return List.of(
        command,
        folder.resolve(name + ".tla").toString(),
        "--path",
        root.resolve("benchmarks/specs") + File.pathSeparator + root.resolve("examples"),
        "--config",
        configuration.toString());
  }
}
