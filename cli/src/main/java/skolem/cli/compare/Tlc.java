package skolem.cli.compare;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import skolem.cli.measure.ProcessUse;

/// TLC, in a jar that the user has. It has no bound on the number of steps.
///
/// @param invariants their names
/// @param deadlock whether it looks for deadlocks
public record Tlc(Path jar, List<String> invariants, boolean deadlock) implements Contestant {
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
    if (!question.path().isEmpty()) {
      line.add(
          "-DTLA-Library="
              + question.path().stream()
                  .map(p -> p.toAbsolutePath().toString())
                  .collect(Collectors.joining(File.pathSeparator)));
    }
    line.addAll(List.of("-cp", jar.toAbsolutePath().toString(), "tlc2.TLC"));
    line.addAll(List.of("-config", question.configuration().toAbsolutePath().toString()));
    line.addAll(List.of("-metadir", question.scratch().toAbsolutePath().toString()));
    line.addAll(List.of("-workers", "1", "-noGenerateSpecTE"));
    if (!deadlock) {
      line.add("-deadlock");
    }
    line.add(question.specification().toAbsolutePath().toString());
    return line;
  }

  @Override
  public Reply reply(ProcessUse use) {
    return use.exit().isEmpty()
        ? Reply.none(name(), "no answer in time", use)
        : TlcOutput.read(use, invariants, deadlock);
  }
}
