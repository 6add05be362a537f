package skolem.cli.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import skolem.frontend.verdict.Outcome;
import skolem.solver.bmc.CheckReport;

/// What `check` prints for people.
public final class CheckText {
  private final Path specification;
  private final int length;

  public CheckText(Path specification, int length) {
    this.specification = specification;
    this.length = length;
  }

  public String title() {
    return "Checking " + specification + " for at most " + VerdictText.steps(length);
  }

  /// The line for a depth that is done.
  public String done(int depth, int branches, int nodes, Duration elapsed) {
    return String.format(
        Locale.ROOT,
        "  depth %2d  done  %6d branches  %9d nodes  %8s",
        depth,
        branches,
        nodes,
        RunTimes.seconds(elapsed));
  }

  /// The line for a depth whose questions take their time.
  public String asking(int depth, int branches, Duration elapsed) {
    return String.format(
        Locale.ROOT,
        "  depth %2d  …     %6d branches  %15s  %8s",
        depth,
        branches,
        "solving",
        RunTimes.seconds(elapsed));
  }

  /// The line for a counterexample, after which the search may go on.
  public String found(Outcome.Violated violated) {
    return String.format(
        Locale.ROOT,
        "  depth %2d  found %s",
        violated.trace().length(),
        VerdictText.what(violated.fault()));
  }

  /// The verdict, what to know about it, the traces if there are any, and what it cost.
  public static String of(CheckResult result) {
    CheckReport report = result.report();
    RunTimes times = result.times();
    ProcessCost cost = result.cost();
    StringBuilder out = new StringBuilder();
    out.append(VerdictText.answers(result.verdict()));
    report.vacuity().forEach(v -> out.append(VacuityText.of(v)).append('\n'));
    result.notes().forEach(note -> out.append("Note: ").append(note).append('\n'));
    out.append(VerdictText.traces(result.verdict()));
    out.append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "Time: %s (start-up %s, front end %s, encoding %s, solving %s%s); %s: %d variables, %d"
                + " clauses%n",
            RunTimes.seconds(times.total()),
            RunTimes.seconds(times.startUp()),
            RunTimes.seconds(times.frontEnd()),
            RunTimes.seconds(times.encoding()),
            RunTimes.seconds(times.solving()),
            cost.cpu() == null ? "" : "; CPU " + RunTimes.seconds(cost.cpu()),
            report.solver().engine(),
            report.solver().variables(),
            report.solver().clauses()));
    return out.toString();
  }
}
