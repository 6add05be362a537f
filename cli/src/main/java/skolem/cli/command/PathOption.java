package skolem.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where modules are looked for that do not lie beside the specification.
final class PathOption {
  @Option(
      names = "--path",
      paramLabel = "DIRS",
      description =
          "Folders with more modules, separated by '${sys:path.separator}'; default:"
              + " the environment variable SKOLEM_PATH.")
  private @Nullable String path;

  /// The folders, in order.
  List<Path> folders() {
    String given = path != null ? path : System.getenv("SKOLEM_PATH");
    List<Path> folders = new ArrayList<>();
    if (given != null) {
      for (String folder : given.split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          folders.add(Path.of(folder));
        }
      }
    }
    return folders;
  }
}
