package skolem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import skolem.benchmarks.corpus.Hunt;
import skolem.benchmarks.run.HuntResult;
import skolem.benchmarks.run.HuntRunner;
import skolem.benchmarks.table.HuntPage;

/// Looks for seeded faults at large parameters, and writes what that takes: `benchmarks/hunt`.
/// Exits with 1 where one is not found at its depth.
public final class Hunts {
  private static final String USAGE =
      """
      Usage: benchmarks/hunt FILE [SECONDS] [NAMES]
        FILE     the page that is written, complete as far as the run has come
        SECONDS  stop `explore` after this time (default: 600); 0 to leave it out
        NAMES    only these specifications, with commas between them
      """;

  private static final int USAGE_STATUS = 2;
  private static final Duration CHECK_LIMIT = Duration.ofMinutes(5);

  private Hunts() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 1 || arguments.length > 3) {
      System.err.print(USAGE);
      System.exit(USAGE_STATUS);
    }
    Path root = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();
    long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 600;
    List<String> names = arguments.length > 2 ? List.of(arguments[2].split(",")) : List.of();
    List<Hunt> hunts =
        Hunt.read(Files.readAllLines(root.resolve("benchmarks/hunts.tsv"))).stream()
            .filter(hunt -> names.isEmpty() || names.contains(hunt.name()))
            .toList();
    Path scratch = Files.createTempDirectory("skolem-hunts");
    HuntRunner runner = new HuntRunner(root, scratch, CHECK_LIMIT, Duration.ofSeconds(seconds));
    HuntPage page = new HuntPage(seconds);
    List<HuntResult> results = new ArrayList<>();
    for (Hunt hunt : hunts) {
      System.err.println(hunt.name());
      results.add(runner.run(hunt));
      Files.writeString(Path.of(arguments[0]), page.text(results));
    }
    boolean all = results.stream().allMatch(Hunts::foundWhereItIs);
    System.exit(all ? 0 : 1);
  }

  private static boolean foundWhereItIs(HuntResult result) {
    return result.depth().orElse(-1) == result.hunt().large().depth();
  }
}
