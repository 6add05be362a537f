package skolem.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import skolem.cli.sweep.RowOutcome.Kind;

/// `check` never contradicts TLC, and answers most rows.
///
/// Long, so only in the profile `nightly`, or with `-Dskolem.nightly=true`. With
/// `-Dskolem.sweep.out=DIR` the tables are written there while it runs;
/// `-Dskolem.sweep.only=PATTERN` picks rows by their names.
@EnabledIfSystemProperty(named = "skolem.nightly", matches = "true")
class CorpusSweepTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("skolem.root", "."), "../shared/corpora").toAbsolutePath();
  private static final int SECONDS = Integer.getInteger("skolem.sweep.seconds", 60);
  private static final Pattern ONLY = Pattern.compile(System.getProperty("skolem.sweep.only", ""));
  private static final @Nullable String OUT = System.getProperty("skolem.sweep.out");

  /// In per cent; a loaded machine answers fewer in the time.
  private static final long LEAST_ANSWERED = 70;

  @Test
  void publicSpecifications() throws IOException, InterruptedException {
    Path library = CORPORA.resolve("visible/lib");
    Path community = library.resolve("community");
    List<RowOutcome> outcomes =
        sweep("visible", List.of(community, library.resolve("tlaps")), new Sweep(10, SECONDS));
    long answered = outcomes.stream().filter(o -> o.kind() == Kind.AGREES).count();
    assertThat(answered * 100).isGreaterThanOrEqualTo(outcomes.size() * LEAST_ANSWERED);
  }

  @Test
  void pairsOfFeatures() throws IOException, InterruptedException {
    sweep("validation", List.of(), new Sweep(10, SECONDS));
  }

  private static List<RowOutcome> sweep(String corpus, List<Path> libraries, Sweep sweep)
      throws IOException, InterruptedException {
    Path folder = CORPORA.resolve(corpus).normalize();
    assumeTrue(Files.exists(folder), "the corpus is not here");
    List<RowOutcome> outcomes = new ArrayList<>();
    for (CorpusRow row : CorpusRow.read(folder, libraries)) {
      if (ONLY.matcher(row.name()).find()) {
        outcomes.add(sweep.run(row));
        if (OUT != null) {
          Files.writeString(
              Path.of(OUT, "corpus-" + corpus + ".md"), SweepTable.page(corpus, sweep, outcomes));
        }
      }
    }
    assertThat(outcomes).filteredOn(o -> o.kind() == Kind.WRONG).isEmpty();
    return outcomes;
  }
}
