package skolem.cli.sweep;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model of a corpus, and what TLC found in it.
///
/// @param libraries folders with the modules that it needs
/// @param found TLC's result in the words of the index
/// @param states how many states TLC's longest shortest path has, or its counterexample; where it
///   did not finish, those that it had reached
/// @param counterexample whether `states` counts a counterexample
/// @param seconds that TLC took on a processor; none where the index does not say
record CorpusRow(
    String name,
    Path specification,
    Path configuration,
    String libraries,
    String found,
    OptionalInt states,
    boolean counterexample,
    OptionalDouble seconds) {

  /// The rows of a corpus, by the columns that its index names.
  static List<CorpusRow> read(Path corpus, List<Path> libraries) throws IOException {
    List<String> lines = Files.readAllLines(corpus.resolve("index.tsv"));
    List<String> heads = List.of(lines.getFirst().split("\t", -1));
    List<CorpusRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> cells = new HashMap<>();
      List<String> values = List.of(line.split("\t", -1));
      for (int i = 0; i < heads.size(); i++) {
        cells.put(heads.get(i), values.get(i));
      }
      rows.add(row(corpus, cells, libraries));
    }
    return rows;
  }

  private static CorpusRow row(Path corpus, Map<String, String> cells, List<Path> libraries) {
    String name = cell(cells, cells.containsKey("dir") ? "dir" : "name");
    Path folder = corpus.resolve(name);
    Stream<Path> own =
        Stream.of(cell(cells, "search_paths").split(" "))
            .filter(path -> !path.isEmpty())
            .map(folder::resolve);
    String states =
        Stream.of("trace_len", "depth", "depth_reached")
            .map(column -> cell(cells, column))
            .filter(depth -> !depth.isEmpty())
            .findFirst()
            .orElse("");
    String found = cell(cells, "tlc_result");
    String seconds = cell(cells, "cpu_s");
    return new CorpusRow(
        name,
        folder.resolve(cell(cells, "module") + ".tla"),
        folder.resolve(cell(cells, "cfg")),
        Stream.concat(own, libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)),
        found,
        states.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(states)),
        found.equals("safety failure") || found.equals("deadlock failure"),
        seconds.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(seconds)));
  }

  private static String cell(Map<String, String> cells, String column) {
    return cells.getOrDefault(column, "");
  }

  /// After how many steps TLC's counterexample ends, which is a shortest one.
  OptionalInt depth() {
    return counterexample && states.isPresent()
        ? OptionalInt.of(states.getAsInt() - 1)
        : OptionalInt.empty();
  }
}
