package skolem.cli.compare;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import skolem.cli.measure.ProcessUse;

/// One of our commands that check a model, run as this program is run.
///
/// @param name what to call it
/// @param command `check` or `explore`
/// @param bound the command's option for the greatest number of steps
public record OurEngine(String name, String command, String bound) implements Contestant {
  private static final String MAIN = "skolem.cli.command.Skolem";

  public static OurEngine symbolic() {
    return new OurEngine("symbolic", "check", "--length");
  }

  public static OurEngine explicit() {
    return new OurEngine("explicit", "explore", "--depth");
  }

  @Override
  public List<String> command(Question question) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(inherited());
    line.add("-Dskolem.started=" + System.currentTimeMillis());
    line.addAll(List.of("-cp", classPath(), MAIN, command));
    line.add(question.specification().toAbsolutePath().toString());
    line.addAll(List.of("--config", question.configuration().toAbsolutePath().toString()));
    line.addAll(List.of(bound, Integer.toString(question.length()), "--output", "json"));
    if (!question.path().isEmpty()) {
      line.add("--path");
      line.add(
          question.path().stream()
              .map(p -> p.toAbsolutePath().toString())
              .collect(Collectors.joining(File.pathSeparator)));
    }
    if (!question.deadlock()) {
      line.add("--no-deadlock");
    }
    return line;
  }

  /// The engines run in another folder.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The options of Java that this process was started with.
  private static List<String> inherited() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Dskolem.started="))
        .toList();
  }

  @Override
  public Reply reply(ProcessUse use) {
    if (use.exit().isEmpty()) {
      return Reply.none(name, "no answer in time", use);
    }
    if (!use.output().startsWith("{")) {
      return Reply.none(name, "failed with status " + use.exit().getAsInt(), use);
    }
    try {
      return ResultReader.read(name, use);
    } catch (IOException _) {
      return Reply.none(name, "gave no result that can be read", use);
    }
  }
}
