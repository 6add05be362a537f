package skolem.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import skolem.benchmarks.corpus.SuiteRow;

/// What a run of the suite is asked to do.
///
/// @param only part of the titles of the rows that are run, in any case of letters; empty for all
/// @param out the folder for the results; empty for the standard output
record BenchmarkOptions(
    int runs, Duration limit, String only, Optional<Path> suite, Optional<Path> out) {
  static final String USAGE =
      """
      Usage: benchmarks/run [--runs N] [--timeout SECONDS] [--only TEXT] [--suite FILE] [--out DIR]
        --runs N           counted runs of each row, after one that is not (default: 5)
        --timeout SECONDS  stop a run after this time (default: 120)
        --only TEXT        only rows whose title (name, command, parameters, `length 10` or
                           `within 60s`) contains TEXT
        --suite FILE       the suite (default: benchmarks/suite.tsv)
        --out DIR          write benchmarks.md, .csv, -runs.csv and plots there;
                           otherwise the page goes to the standard output
      """;

  /// Reads the command line.
  ///
  /// @throws IllegalArgumentException for an unknown option or a value that is none
  static BenchmarkOptions read(List<String> arguments) {
    BenchmarkOptions options =
        new BenchmarkOptions(5, Duration.ofMinutes(2), "", Optional.empty(), Optional.empty());
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("no value after " + arguments.get(i));
      }
      options = options.with(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private BenchmarkOptions with(String name, String value) {
    return switch (name) {
      case "--runs" -> new BenchmarkOptions(positive(name, value), limit, only, suite, out);
      case "--timeout" ->
          new BenchmarkOptions(runs, Duration.ofSeconds(positive(name, value)), only, suite, out);
      case "--only" -> new BenchmarkOptions(runs, limit, value, suite, out);
      case "--suite" -> new BenchmarkOptions(runs, limit, only, Optional.of(Path.of(value)), out);
      case "--out" -> new BenchmarkOptions(runs, limit, only, suite, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException("unknown option " + name);
    };
  }

  private static int positive(String name, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Not a number is as wrong as a negative one.
    }
    throw new IllegalArgumentException(name + " is a positive number, not " + value);
  }

  /// The command that measures the same, wherever its results go.
  String command() {
    StringBuilder command = new StringBuilder("benchmarks/run");
    command.append(" --runs ").append(runs);
    command.append(" --timeout ").append(limit.toSeconds());
    if (!only.isEmpty()) {
      command.append(" --only '").append(only).append('\'');
    }
    suite.ifPresent(file -> command.append(" --suite ").append(file));
    return command.toString();
  }

  boolean includes(SuiteRow row) {
    return row.title().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT));
  }
}
