package skolem.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.CheckText;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.JsonReport;
import skolem.cli.report.ProcessCost;
import skolem.cli.report.RunTimes;
import skolem.cli.report.TraceFiles;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.CheckReport;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// `skolem check`.
@Command(
    name = "check",
    description = "Is there a bad state within a number of steps? Found by a SAT or SMT solver.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  skolem check TwoPhase.tla",
      "  skolem check Paxos.tla --config Big.cfg --length 20 --inv Agreement",
      "  skolem check Spec.tla --output json --trace-out traces"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "10",
      description = "The greatest number of steps (default: ${DEFAULT-VALUE}).")
  private int length = 10;

  @Option(
      names = "--solver",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Engine engine = Engine.AUTO;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = TimeLimit.class,
      description = "The time limit for each question to the solver; default: none.")
  private Budget budget = Budget.UNLIMITED;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Option(
      names = "--trace-out",
      paramLabel = "DIR",
      description = "Write the counterexamples there, as TLA+, as ITF and as HTML.")
  private @Nullable Path traceFolder;

  @Override
  public Integer call() throws IOException {
    if (length < 0) {
      throw new ParameterException(spec.commandLine(), "--length is a number of steps, from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    Model model = options.load();
    Duration frontEnd = Duration.ofNanos(System.nanoTime() - start);
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    CheckText text = new CheckText(options.specification(), length);
    if (output == OutputFormat.TEXT) {
      out.println(text.title());
      out.flush();
    }
    CheckReport report = check(model, text, out);
    requireConfirmed(model, report.verdict());
    RunTimes times = RunTimes.of(frontEnd, report.encoding(), report.solving());
    ProcessCost cost = ProcessCost.soFar();
    switch (output) {
      case TEXT -> out.print(text.result(report, times, cost));
      case JSON ->
          out.println(JsonReport.check(options.specification(), length, report, times, cost));
    }
    if (traceFolder != null) {
      for (Path written : TraceFiles.write(traceFolder, model, report.verdict())) {
        (output == OutputFormat.TEXT ? out : err).println("wrote " + written);
      }
    }
    out.flush();
    ExitStatus status = ExitStatus.of(model, report.verdict(), options.skipProperties());
    return (report.vacuous() ? ExitStatus.VACUOUS : status).number();
  }

  private CheckReport check(Model model, CheckText text, PrintWriter out) {
    CheckListener listener =
        output == OutputFormat.JSON
            ? CheckListener.silent()
            : (depth, branches, nodes, elapsed) -> {
              out.println(text.safe(depth, branches, nodes, elapsed));
              out.flush();
            };
    return BoundedChecker.check(
        model, new CheckOptions(length, engine, budget, options.deadlock(model)), listener);
  }

  /// No counterexample is shown that the concrete evaluator does not confirm.
  private static void requireConfirmed(Model model, Verdict verdict) {
    for (Verdict.Answer answer : verdict.answers()) {
      for (Outcome.Violated violated : answer.violations()) {
        if (Replayer.replay(model, violated.trace(), violated.fault())
            instanceof ReplayReport.Refuted(var step, var reason, var place)) {
          throw new IllegalStateException(
              "the counterexample for "
                  + answer.property()
                  + " is not confirmed at step "
                  + step
                  + ": "
                  + reason
                  + " ("
                  + place
                  + ")");
        }
      }
    }
  }
}
