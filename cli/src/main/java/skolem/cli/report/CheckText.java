package skolem.cli.report;

import java.nio.file.Path;
import java.time.Duration;
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
  public String safe(int depth, int branches, int nodes, Duration elapsed) {
    return String.format(
        java.util.Locale.ROOT,
        "  depth %2d  safe  %6d branches  %9d nodes  %8s",
        depth,
        branches,
        nodes,
        RunTimes.seconds(elapsed));
  }

  /// The verdict, the trace if there is one, and what it cost.
  public String result(CheckReport report, RunTimes times, ProcessCost cost) {
    StringBuilder out = new StringBuilder();
    if (report.vacuous()) {
      out.append("There is no initial state: everything holds of nothing.\n");
    }
    out.append(VerdictText.of(report.verdict()));
    out.append('\n');
    out.append(
        String.format(
            java.util.Locale.ROOT,
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
