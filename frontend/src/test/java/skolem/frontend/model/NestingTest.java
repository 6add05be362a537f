package skolem.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.frontend.source.Diagnostic;

/// What nests 10,000 deep becomes a model or is rejected, by every stage and not the parser alone.
class NestingTest {
  private static final int DEEP = 10_000;

  /// A fraction of what the command line gives to its thread.
  private static final long STACK_BYTES = 1L << 26;

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "(                       § 1 § )",
        "{                       § 1 § }",
        "<<                      § 1 § >>",
        "[x |->                 § 1 § ]",
        "IF TRUE THEN 1 ELSE     § 1 § ``",
        "IF TRUE THEN            § 1 § ELSE 1",
        "LET a == 1 IN           § 1 § ``",
        "CASE TRUE ->            § 1 § ``",
        "~                       § TRUE § ``",
        "1 +                     § 1 § ``",
        "TRUE /\\                § TRUE § ``",
        "``                      § 1 § + 1",
        "``                      § 1 § \\X {1}",
        "``                      § y § .a",
        "``                      § y § [1]",
        "y'                      § = 1 § ``",
        "F(                      § 1 § )",
        "/\\                     § TRUE § ``",
        "\\n /\\ TRUE            § TRUE § ``",
      })
  void isReadOrRejected(String open, String core, String close) throws InterruptedException {
    String body = line(open).repeat(DEEP) + core + line(close).repeat(DEEP);
    String text =
        "---- MODULE Deep ----\nEXTENDS Integers\nVARIABLE y\nF(a) == a\nop == "
            + body
            + "\nInit == y = 1 /\\ op = op\n====\n";
    List<Diagnostic> found = new ArrayList<>();
    Thread thread = new Thread(null, () -> found.addAll(run(text)), "deep", STACK_BYTES);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
    assertThat(found).hasSizeLessThan(3);
  }

  private static List<Diagnostic> run(String text) {
    return FrontEnd.run(Path.of("Deep.tla"), text, "INIT Init NEXT Init").diagnostics();
  }

  private static String line(String part) {
    return part.replace("\\n", "\n") + " ";
  }
}
