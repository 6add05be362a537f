package skolem.cli.compare;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import skolem.cli.measure.ProcessUse;

/// TLC, in a jar that the user has. It has no bound on the number of steps.
///
/// @param invariants their names
/// @param deadlock whether it looks for deadlocks
public record Tlc(Path jar, List<String> invariants, boolean deadlock) implements Contestant {
  /// Newer builds write a module for each trace, unless told not to; older ones refuse the option.
  private static final String NO_FILES_OF_TRACES = "-noGenerateSpecTE";

  public Tlc {
    invariants = List.copyOf(invariants);
  }

  @Override
  public String name() {
    return "TLC";
  }

  @Override
  public List<String> command(Question question) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:+UseParallelGC");
    line.add("-DTLA-Library=" + library(question));
    line.addAll(List.of("-cp", jar.toAbsolutePath().toString(), "tlc2.TLC"));
    line.addAll(List.of("-config", question.configuration().getFileName().toString()));
    line.addAll(List.of("-metadir", question.scratch().toAbsolutePath().toString()));
    line.addAll(List.of("-workers", "1"));
    if (knows(NO_FILES_OF_TRACES)) {
      line.add(NO_FILES_OF_TRACES);
    }
    if (!deadlock) {
      line.add("-deadlock");
    }
    line.add(question.specification().toAbsolutePath().toString());
    return line;
  }

  /// Where it looks for modules, and for a configuration that is not below the folder of the
  /// module.
  private static String library(Question question) {
    return Stream.concat(
            Stream.of(question.configuration().toAbsolutePath().getParent()),
            question.path().stream())
        .map(folder -> folder.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Options are literals of TLC's main class.
  private boolean knows(String option) {
    try (JarFile classes = new JarFile(jar.toFile())) {
      ZipEntry main = classes.getEntry("tlc2/TLC.class");
      return main != null
          && new String(classes.getInputStream(main).readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains(option);
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public Reply reply(ProcessUse use) {
    return use.exit().isEmpty()
        ? Reply.none(name(), "no answer in time", use)
        : TlcOutput.read(use, invariants, deadlock);
  }
}
