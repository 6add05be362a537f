package skolem.cli.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skolem.cli.command.CommandRun;
import skolem.cli.sweep.RowOutcome.Kind;
import skolem.frontend.source.Code;

/// Runs `check` over the rows of a corpus, one after the other, each in a process of its own.
///
/// @param longest the greatest number of steps where TLC has no counterexample
/// @param seconds the time limit of a row
record Sweep(int longest, int seconds) {
  private static final Pattern FINISHED = Pattern.compile("(?m)^ *depth +(\\d+)");

  /// What is asked of a row.
  List<String> arguments(CorpusRow row) {
    List<String> arguments =
        new ArrayList<>(List.of("check", row.specification().toString(), "--skip-properties"));
    arguments.addAll(List.of("--config", row.configuration().toString()));
    arguments.addAll(List.of("--path", row.libraries()));
    arguments.addAll(List.of("--length", Integer.toString(bound(row))));
    arguments.addAll(List.of("--time-limit", Integer.toString(seconds)));
    return arguments;
  }

  RowOutcome run(CorpusRow row) throws IOException, InterruptedException {
    int bound = bound(row);
    List<String> arguments = arguments(row);
    long start = System.nanoTime();
    CommandRun run = CommandRun.ofProcess(arguments);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    return new RowOutcome(row, bound, kind(row, run), detail(run), taken);
  }

  private int bound(CorpusRow row) {
    if (row.states().isEmpty()) {
      return longest;
    }
    int steps = Math.max(row.states().getAsInt() - 1, 0);
    return row.counterexample() ? steps : Math.min(steps, longest);
  }

  private static Kind kind(CorpusRow row, CommandRun run) {
    return switch (run.status()) {
      case 0, 40 -> row.counterexample() || row.found().equals("error") ? Kind.WRONG : Kind.AGREES;
      case 10, 11, 12, 13, 14 -> violated(row, run) ? Kind.AGREES : Kind.WRONG;
      case 30 -> Kind.UNDECIDED;
      case 75 -> evaluation(row, run);
      default -> row.found().equals("error") ? Kind.AGREES : Kind.WRONG;
    };
  }

  /// Status 75 tells of what is not supported, and of expressions without a value.
  private static Kind evaluation(CorpusRow row, CommandRun run) {
    if (run.err().contains("error[" + Code.UNSUPPORTED.id() + "]")) {
      return Kind.REFUSED;
    }
    boolean expected = row.found().equals("error") || row.found().startsWith("eval");
    return expected ? Kind.AGREES : Kind.WRONG;
  }

  private static boolean violated(CorpusRow row, CommandRun run) {
    boolean sameKind =
        switch (row.found()) {
          case "safety failure" -> run.status() == 12 || run.status() == 13 || run.status() == 10;
          case "liveness failure" -> run.status() == 13;
          case "deadlock failure" -> run.status() == 11;
          case "assert failure" -> run.status() == 14;
          case "timeout" -> true;
          default -> false;
        };
    OptionalInt depth = row.depth();
    return sameKind && (depth.isEmpty() || run.depthOfViolation().equals(depth));
  }

  private static String detail(CommandRun run) {
    if (run.status() == 30) {
      Matcher finished = FINISHED.matcher(run.out());
      String deepest = "none";
      while (finished.find()) {
        deepest = finished.group(1);
      }
      return "deepest finished bound: " + deepest;
    }
    OptionalInt violation = run.depthOfViolation();
    if (violation.isPresent()) {
      return "violation after " + violation.getAsInt() + " steps";
    }
    return run.err().lines().filter(l -> l.contains("error[")).findFirst().orElse("");
  }
}
