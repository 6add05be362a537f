package skolem.encoder.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Expr;

/// The symbolic evaluator gives the sample expressions of the library the values that the concrete
/// one gives them. Left out are the samples marked `!`, of strings and of infinite functions.
class LibraryEncodingTest {
  @TempDir private Path folder;

  private final Formulas formulas = new Formulas();
  private final SymbolicEvaluator evaluator = new SymbolicEvaluator(new Algebra(formulas));

  static List<String> samples() {
    Path samples =
        Path.of(
            System.getProperty("skolem.root", ".."),
            "explicit/src/test/resources/library/samples.txt");
    try {
      return Files.readAllLines(samples).stream()
          .filter(line ->
              !line.isBlank() && !line.startsWith("#") && !line.substring(0, 4).contains("!"))
          .map(line -> line.replace("~", "").strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hasTheValue(String sample) {
    String[] parts = sample.split(";", -1);
    Faults faults = new Faults(formulas);
    Context context = evaluator.start(States.none(), faults);
    Expr expr = Loaded.expression(folder, parts[0], parts[1]);
    Expr expected = Loaded.expression(folder, parts[0], parts[2]);
    SymValue value = evaluator.evaluate(expr, context);
    Formula equal =
        evaluator
            .algebra()
            .equal(value, evaluator.evaluate(expected, context), context.site(expr.span()));
    assertThat(faults.all()).isEmpty();
    assertThat(equal.isTrue()).as("%s is %s", expr, value).isTrue();
  }
}
