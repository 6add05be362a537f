package skolem.explicit.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.value.Value;

/// A line of `library/samples.txt`: an expression over some modules, and the text of its value.
///
/// @param comparable whether the community modules' own definitions give the same value
record Sample(String modules, String expression, String value, boolean comparable) {
  private static final String USUAL = "Integers, Sequences, FiniteSets, TLC";

  static List<Sample> all() {
    Path file = Path.of(System.getProperty("skolem.root", ".."), "explicit/src/test/resources");
    try {
      return Files.readAllLines(file.resolve("library/samples.txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Sample::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample of(String line) {
    String[] parts = line.split(";", -1);
    String modules = parts[0].replaceAll("[~!]", "").strip();
    return new Sample(modules, parts[1].strip(), parts[2].strip(), !parts[0].contains("~"));
  }

  /// The value of the expression, with the modules that `folder` holds before ours.
  Value evaluated(Path folder) {
    return evaluate(expression, folder);
  }

  /// The value that the expression is to have.
  Value expected(Path folder) {
    return evaluate(value, folder);
  }

  private Value evaluate(String text, Path folder) {
    try {
      Path module = folder.resolve("Test.tla");
      Path config = folder.resolve("Test.cfg");
      Files.writeString(
          module,
          "---- MODULE Test ----\nEXTENDS "
              + USUAL
              + ", "
              + modules
              + "\nASSUME "
              + text
              + "\n====\n");
      Files.writeString(config, "");
      var model = ModelLoader.load(ModelLoader.Request.of(module).withConfig(config));
      return new Evaluator(_ -> {}).value(model.assumptions().getLast().expr(), States.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return modules + ": " + expression;
  }
}
