package skolem.frontend.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The public specifications that lie beside the project, where they do.
public final class Corpora {
  private Corpora() {}

  /// A folder of the corpora; the test that asks for it is skipped where it is absent.
  public static Path folder(String name) {
    Path folder =
        Path.of(System.getProperty("skolem.root", "."), "..", "shared", "corpora", name)
            .normalize();
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> folder + " is absent");
    return folder;
  }

  /// All files below the folder with a name that ends so, in a fixed order.
  public static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rows of a table with a head line, as lists of cells.
  public static List<List<String>> rows(Path table) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : read(table).lines().skip(1).toList()) {
      rows.add(List.of(line.split("\t", -1)));
    }
    return rows;
  }
}
