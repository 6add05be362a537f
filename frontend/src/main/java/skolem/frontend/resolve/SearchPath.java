package skolem.frontend.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.SourceFile;

/// Finds the text of a module by its name: first beside the specification, then among the modules
/// that come with the program, then in the folders that the user names.
///
/// The standard modules are always ours, because the engines know their operators.
public final class SearchPath {
  /// The path prefix of files that come with the program.
  public static final String OURS = "builtin:";

  private static final List<String> STANDARD =
      List.of("Naturals", "Integers", "Reals", "Sequences", "FiniteSets", "Bags", "TLC");

  private static final List<String> LIBRARY =
      List.of(
          "Apalache",
          "BagsExt",
          "Bitwise",
          "Combinatorics",
          "FiniteSetsExt",
          "Folds",
          "Functions",
          "Graphs",
          "Json",
          "Option",
          "Randomization",
          "Relation",
          "SequencesExt",
          "TLAPS",
          "TLCExt",
          "UndirectedGraphs",
          "Variants");

  private final Path beside;
  private final List<Path> folders;

  /// @param beside the folder of the specification
  /// @param folders searched in order, last
  public SearchPath(Path beside, List<Path> folders) {
    this.beside = beside;
    this.folders = List.copyOf(folders);
  }

  /// The module's file, or null where there is none.
  ///
  /// @throws IOException if a file is there and cannot be read
  public @Nullable SourceFile find(String module) throws IOException {
    if (STANDARD.contains(module)) {
      return ours(module);
    }
    SourceFile found = in(beside, module);
    if (found == null) {
      found = ours(module);
    }
    for (int i = 0; found == null && i < folders.size(); i++) {
      found = in(folders.get(i), module);
    }
    return found;
  }

  /// The names of modules that could be meant, for suggestions: the best-known of ours, and all
  /// beside the specification and in the folders.
  List<String> modules() {
    List<String> names = new ArrayList<>(STANDARD);
    names.addAll(LIBRARY);
    names.addAll(in(beside));
    folders.forEach(folder -> names.addAll(in(folder)));
    return names;
  }

  private static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tla"))
          .map(name -> name.substring(0, name.length() - ".tla".length()))
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /// Whether this is a standard module, for which no other can stand.
  static boolean isStandard(String module) {
    return STANDARD.contains(module);
  }

  private static @Nullable SourceFile in(Path folder, String module) throws IOException {
    Path file = folder.resolve(module + ".tla");
    return Files.isRegularFile(file) ? read(file) : null;
  }

  /// Reads a file as UTF-8; bytes that are not are replaced.
  public static SourceFile read(Path file) throws IOException {
    return new SourceFile(
        file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  private static @Nullable SourceFile ours(String module) throws IOException {
    String name = module + ".tla";
    try (InputStream in = SearchPath.class.getResourceAsStream("/skolem/modules/" + name)) {
      return in == null
          ? null
          : new SourceFile(OURS + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
