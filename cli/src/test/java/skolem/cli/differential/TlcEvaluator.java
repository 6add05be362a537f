package skolem.cli.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What TLC's evaluator makes of constant expressions, many in one process.
///
/// @param modules that are extended
/// @param constants model values
/// @param definitions that the expressions mention
record TlcEvaluator(String modules, List<String> constants, String definitions) {
  private static final String PROGRAM = "Assumptions.java";

  /// For expressions of generated modules.
  static TlcEvaluator ofGenerated() {
    int start = SpecificationGenerator.PRELUDE.indexOf("RECURSIVE");
    return new TlcEvaluator(
        "Integers, Sequences, FiniteSets, TLC",
        List.of("m1", "m2"),
        SpecificationGenerator.PRELUDE.substring(start));
  }

  /// @param more definitions
  /// @return an answer for each equation
  List<TlcAnswer> answers(String more, List<String> equations) {
    String configuration =
        constants.stream().map("CONSTANT %1$s = %1$s\n"::formatted).collect(Collectors.joining());
    Map<String, String> files = new HashMap<>();
    files.putAll(new TlcInput(module(more, equations), configuration).files());
    files.put(PROGRAM, program());
    String output = TlcProcess.output(files, PROGRAM);
    List<TlcAnswer> answers =
        output
            .lines()
            .filter(line -> line.startsWith("@"))
            .map(line -> TlcAnswer.read(line.substring(1)))
            .toList();
    if (answers.size() != equations.size()) {
      throw new IllegalStateException(
          answers.size()
              + " answers: "
              + output.lines().limit(40).collect(Collectors.joining("\n")));
    }
    return answers;
  }

  private String module(String more, List<String> equations) {
    StringBuilder module = new StringBuilder("---- MODULE Test ----\nEXTENDS " + modules + "\n");
    if (!constants.isEmpty()) {
      module.append("CONSTANTS ").append(String.join(", ", constants)).append('\n');
    }
    module.append(definitions).append(more);
    for (String equation : equations) {
      module.append("ASSUME ").append(equation).append('\n');
    }
    return module.append("====\n").toString();
  }

  private static String program() {
    try (InputStream text = TlcEvaluator.class.getResourceAsStream(PROGRAM)) {
      return new String(
          Objects.requireNonNull(text, PROGRAM).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
