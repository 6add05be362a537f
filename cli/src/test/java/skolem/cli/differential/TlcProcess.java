package skolem.cli.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import skolem.cli.measure.ProcessMeter;

/// A process that runs on TLC's classes, in a folder of its own.
final class TlcProcess {
  private static final Path JAR =
      Path.of(System.getProperty("skolem.root", ".."), "cli", "target", "tlc", "tlc.jar")
          .toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private TlcProcess() {}

  /// Whether there is a TLC to ask.
  static boolean isPossible() {
    return Files.exists(JAR);
  }

  /// What it prints.
  ///
  /// @param files what is in the folder
  /// @param arguments after those that name the classes
  static String output(Map<String, String> files, String... arguments) {
    try {
      Path folder = Files.createTempDirectory("skolem-tlc");
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m"));
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(List.of("-cp", JAR.toString()));
        command.addAll(List.of(arguments));
        return ProcessMeter.run(command, folder, LIMIT).output();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
