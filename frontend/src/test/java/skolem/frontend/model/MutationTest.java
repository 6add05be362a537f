package skolem.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skolem.frontend.parse.Corpora;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Severity;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.ModulePrinter;
import skolem.frontend.syntax.ModuleTree;

/// Whatever happens to the bytes of a specification, the front end answers: with success or with
/// diagnostics in its text, within a second of processor time and a small stack.
///
/// The system properties `skolem.mutation.cases` (500) and `skolem.mutation.seed` (1) say how many
/// cases, and from which seed on; a nightly run takes 100000.
class MutationTest {
  private static final int CASES = Integer.getInteger("skolem.mutation.cases", 500);
  private static final long SEED = Long.getLong("skolem.mutation.seed", 1);

  /// Above this size, a file costs more than it shows.
  private static final int LARGEST = 8000;

  private static final long STACK_BYTES = 1L << 21;
  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final long HANGS_NANOS = 20 * LIMIT_NANOS;
  private static final Pattern TOKEN_NAME =
      Pattern.compile(
          "\\b([LR](BRACE|BRACKET|ANGLE|PAREN)|LIST_(OPEN|ITEM|CLOSE)|[A-Z]+_DEFINITION|IN_SET"
              + "|STEP_(BEGIN|NAME)|PATH_(SIDE|WHOLE)|CASE_(BAR|STEP)|DOUBLE_COLON|IDENTIFIER)\\b");

  /// One damaged specification.
  private record Case(long seed, Path file, String text, @Nullable String config) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Path> files = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long slowest;
  private volatile String running = "";
  private volatile long started;

  @Test
  void everyTextIsAcceptedOrRejected() throws InterruptedException {
    for (String folder : List.of("visible", "inductive", "pluscal/visible")) {
      files.addAll(Corpora.files(Corpora.folder(folder), ".tla"));
    }
    files.removeIf(file -> bytes(file).length > LARGEST);
    Thread worker = new Thread(null, this::runAll, "mutations", STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(1000);
      if (threads.getThreadCpuTime(worker.threadId()) - started > HANGS_NANOS) {
        assertThat(worker.getStackTrace()).as("%s does not end", running).isEmpty();
      }
    }
    System.out.printf(
        "%d mutations from seed %d: %s, the slowest took %d ms%n",
        CASES, SEED, outcomes, slowest / 1_000_000);
    assertThat(faults).isEmpty();
    assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CASES);
    // A campaign in which hardly anything is accepted, or rejected, would say little.
    assertThat(outcomes.getOrDefault("accepted", 0)).isBetween(CASES / 10, CASES / 2);
  }

  private void runAll() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Case mutated = mutated(seed);
      running = "seed " + seed + ", " + mutated.file();
      started = threads.getCurrentThreadCpuTime();
      String outcome;
      try {
        outcome = run(mutated);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        outcome = "failed";
        faults.add(running + ": " + e + at(e));
      }
      long nanos = threads.getCurrentThreadCpuTime() - started;
      slowest = Math.max(slowest, nanos);
      if (nanos > LIMIT_NANOS) {
        faults.add(running + " took " + nanos / 1_000_000 + " ms");
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }
  }

  private static String at(Throwable e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }

  private Case mutated(long seed) {
    Random random = new Random(seed);
    Path file = files.get(random.nextInt(files.size()));
    byte[] other = bytes(files.get(random.nextInt(files.size())));
    Path config = Path.of(file.toString().replaceFirst("\\.tla$", ".cfg"));
    byte[] model = Files.exists(config) ? bytes(config) : null;
    Mutator mutator = new Mutator(random.nextLong());
    if (model == null) {
      return new Case(seed, file, text(mutator.mutate(bytes(file), other)), null);
    }
    return random.nextInt(4) == 0
        ? new Case(seed, file, text(bytes(file)), text(mutator.mutate(model, other)))
        : new Case(seed, file, text(mutator.mutate(bytes(file), other)), text(model));
  }

  /// As files are read: bytes that are not UTF-8 are replaced.
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the front end answers: `accepted`, or the code of the first error.
  private static String run(Case mutated) {
    FrontEnd result = FrontEnd.run(mutated.file(), mutated.text(), mutated.config());
    for (Diagnostic diagnostic : result.diagnostics()) {
      SourceFile file = diagnostic.span().file();
      assertThat(diagnostic.span().end()).isLessThanOrEqualTo(file.text().length());
      assertThat(diagnostic.message()).isNotBlank();
      assertThat(diagnostic.message()).doesNotContainPattern(TOKEN_NAME);
      assertThat(diagnostic.message()).doesNotContain("nested too deeply");
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        return diagnostic.code().id();
      }
    }
    parsesAsPrinted(Objects.requireNonNull(result.module()).root().tree());
    return "accepted";
  }

  private static void parsesAsPrinted(ModuleTree module) {
    String printed = ModulePrinter.print(module);
    Diagnostics diagnostics = new Diagnostics();
    List<ModuleTree> again =
        ModuleParser.parse(new SourceFile("Printed.tla", printed), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(again).extracting(ModulePrinter::print).containsExactly(printed);
  }
}
