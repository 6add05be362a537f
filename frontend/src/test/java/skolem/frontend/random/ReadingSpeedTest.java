package skolem.frontend.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import skolem.frontend.model.FrontEnd;
import skolem.frontend.parse.Corpora;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.ModulePrinter;

/// How fast the front end reads, in processor time; measured on demand, with `-Dskolem.speed=true`.
@EnabledIfSystemProperty(named = "skolem.speed", matches = "true")
class ReadingSpeedTest {
  private static final int ROUNDS = 5;
  private static final int LINES = 5000;

  @Test
  void publicSpecifications() {
    Map<Path, String> texts = new TreeMap<>();
    for (Path file : Corpora.files(Corpora.folder("visible"), ".tla")) {
      texts.put(file, Corpora.read(file));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      report("parsed", round, texts, this::parse);
      report("parsed and resolved", round, texts, this::resolve);
    }
  }

  private interface Reading {
    void read(Path file, String text);
  }

  private void parse(Path file, String text) {
    List<?> modules = ModuleParser.parse(new SourceFile(file.toString(), text), new Diagnostics());
    assertThat(modules).isNotEmpty();
  }

  private void resolve(Path file, String text) {
    assertThat(FrontEnd.run(file, text, null).module()).isNotNull();
  }

  private static void report(String what, int round, Map<Path, String> texts, Reading reading) {
    long before = nanos();
    texts.forEach(reading::read);
    long millis = Math.max(1, (nanos() - before) / 1_000_000);
    long lines = texts.values().stream().mapToLong(text -> text.lines().count()).sum();
    System.out.printf(
        "round %d: %s %d files, %d lines: %d ms, %d lines per second%n",
        round, what, texts.size(), lines, millis, lines * 1000 / millis);
  }

  /// After a small module, which loads the classes.
  @Test
  void aLargeModule() {
    int units = 8;
    while (ModulePrinter.print(ModuleGenerator.module(1, units)).lines().count() < LINES) {
      units += 100;
    }
    List<String> all = ModulePrinter.print(ModuleGenerator.module(1, units)).lines().toList();
    resolve(Path.of("Random.tla"), ModulePrinter.print(ModuleGenerator.module(2, 8)));
    String text = String.join("\n", all) + "\n";
    long least = Long.MAX_VALUE;
    for (int round = 1; round <= ROUNDS; round++) {
      long before = nanos();
      assertThat(FrontEnd.run(Path.of("Random.tla"), text, null).diagnostics()).isEmpty();
      long millis = (nanos() - before) / 1_000_000;
      System.out.printf("round %d: a module of %d lines: %d ms%n", round, all.size(), millis);
      least = Math.min(least, millis);
    }
    assertThat(least).isLessThan(1000);
  }

  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
