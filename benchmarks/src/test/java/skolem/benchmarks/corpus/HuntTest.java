package skolem.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.cli.command.Skolem;

/// Each seeded fault is found, at small parameters and by both engines, at the depth that its
/// specification argues.
class HuntTest {
  private static final Path ROOT = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();
  private static final String HEADER = "name\tsmall\tsmall depth\tlarge\tdepth\tfault";
  private static final int INVARIANT_VIOLATED = 12;

  @TempDir private Path scratch = Path.of("");

  static List<Hunt> hunts() throws IOException {
    return Hunt.read(Files.readAllLines(ROOT.resolve("benchmarks/hunts.tsv")));
  }

  @ParameterizedTest
  @MethodSource("hunts")
  void checkAndExploreFindItAtItsDepth(Hunt hunt) throws IOException {
    int depth = hunt.small().depth();
    String found = "VIOLATED after " + depth + " steps";
    assertThat(run(hunt, "explore")).contains(found);
    assertThat(run(hunt, "check", "--length", Integer.toString(depth))).contains(found);
  }

  private String run(Hunt hunt, String command, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(hunt.arguments(command, hunt.small(), ROOT, scratch));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    int status =
        Skolem.execute(
            new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    assertThat(status).as(out.toString()).isEqualTo(INVARIANT_VIOLATED);
    return out.toString();
  }

  @Test
  void largeParametersFitTheTemplates() throws IOException {
    for (Hunt hunt : hunts()) {
      assertThat(hunt.arguments("check", hunt.large(), ROOT, scratch)).contains("check");
      assertThat(hunt.large().parameters().sequencedKeySet())
          .containsExactlyElementsOf(hunt.small().parameters().sequencedKeySet());
    }
  }

  @Test
  void everyTemplateIsHunted() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("benchmarks/hunts"))) {
      Set<String> templates =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".cfg.in"))
              .map(name -> name.substring(0, name.length() - ".cfg.in".length()))
              .collect(Collectors.toSet());
      assertThat(hunts().stream().map(Hunt::name)).containsExactlyInAnyOrderElementsOf(templates);
    }
  }

  @Test
  void refusesALineWithItsNumber() {
    assertThatThrownBy(() -> Hunt.read(List.of("name"))).hasMessageStartingWith("line 1: ");
    assertThatThrownBy(() -> Hunt.read(List.of(HEADER, "A\tN=1\t3\tN=9\t4\tf", "B")))
        .hasMessage("line 3: not 6 columns");
    assertThatThrownBy(() -> Hunt.read(List.of(HEADER, "A\tN\t3\tN=9\t4\tf")))
        .hasMessage("line 2: no parameter: N");
    assertThatThrownBy(() -> Hunt.read(List.of(HEADER, "A\tN=1\tx\tN=9\t4\tf")))
        .hasMessageStartingWith("line 2: ");
  }
}
