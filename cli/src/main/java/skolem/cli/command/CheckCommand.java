package skolem.cli.command;

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
import skolem.cli.report.CheckJUnit;
import skolem.cli.report.CheckResult;
import skolem.cli.report.CheckText;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.JsonReport;
import skolem.cli.report.ProcessCost;
import skolem.cli.report.RunTimes;
import skolem.cli.report.TraceFiles;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.verdict.Vacuity;
import skolem.frontend.verdict.Verdict;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.CheckProgress;
import skolem.solver.bmc.CheckReport;
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
      "  skolem check Spec.tla --all-violations --output json --trace-out traces",
      "  skolem check Spec.tla --const 'N \\in 1..10' --const 'M = 3'"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Mixin private WantedOptions wanted = new WantedOptions();

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "10",
      description = "The greatest number of steps (default: ${DEFAULT-VALUE}).")
  private int length = 10;

  @Option(
      names = "--strict",
      description = "A vacuous finding, such as an action that is never taken, is exit status 40.")
  private boolean strict;

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private ReductionOptions reductions = new ReductionOptions();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      converter = TimeLimit.class,
      description = "The time limit for the whole check; default: none.")
  private Budget total = Budget.UNLIMITED;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CheckFormat output = CheckFormat.TEXT;

  @Option(
      names = "--trace-out",
      paramLabel = "DIR",
      description = "Write the counterexamples there, as TLA+, as ITF and as HTML.")
  private @Nullable Path traceFolder;

  @Override
  public Integer call() {
    if (length < 0) {
      throw new ParameterException(spec.commandLine(), "--length is a number of steps, from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    ModelLoader.Wishes wishes = wanted.in(options.wishes());
    Model model = options.load(wishes);
    Duration frontEnd = Duration.ofNanos(System.nanoTime() - start);
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    Confirmation confirmation =
        new Confirmation(model, values -> options.load(wishes.withFixed(values)));
    CheckOptions asked =
        new CheckOptions(
            length,
            engine.engine(),
            new CheckOptions.TimeLimits(engine.budget(), total),
            options.deadlock(model),
            wanted.of(model),
            reductions.reductions());
    CheckText text = new CheckText(options.specification(), length);
    boolean isText = output == CheckFormat.TEXT;
    if (isText) {
      out.println(text.title());
      out.flush();
    }
    try (CheckDisplay display = new CheckDisplay(text, isText ? out : null);
        LastWords last = LastWords.of(() -> interrupted(model, display, confirmation, frontEnd))) {
      CheckReport report = BoundedChecker.check(model, asked, display);
      last.finish();
      display.fallSilent();
      return print(model, report, confirmation, frontEnd).number();
    }
  }

  private ExitStatus interrupted(
      Model model, CheckDisplay display, Confirmation confirmation, Duration frontEnd) {
    display.fallSilent();
    CheckProgress progress = display.progress();
    if (progress == null) {
      return ExitStatus.UNDECIDED;
    }
    return print(model, progress.interrupted("the run was interrupted"), confirmation, frontEnd);
  }

  private ExitStatus print(
      Model model, CheckReport report, Confirmation confirmation, Duration frontEnd) {
    PrintWriter out = spec.commandLine().getOut();
    Verdict verdict = confirmation.confirmed(report.verdict());
    CheckResult result =
        new CheckResult(
            model,
            options.specification(),
            length,
            report,
            confirmation.aliased(verdict),
            RunTimes.of(frontEnd, report.encoding(), report.solving()),
            ProcessCost.soFar());
    switch (output) {
      case TEXT -> out.print(CheckText.of(result));
      case JSON -> out.println(JsonReport.check(result));
      case JUNIT -> out.println(CheckJUnit.of(result, strict));
    }
    if (traceFolder != null) {
      PrintWriter notes = output == CheckFormat.TEXT ? out : spec.commandLine().getErr();
      for (Path written : TraceFiles.write(traceFolder, model, verdict)) {
        notes.println("wrote " + written);
      }
      notes.flush();
    }
    out.flush();
    return status(model, report, verdict);
  }

  /// What cannot be found to hold in any state is always an error; the rest only where wanted.
  private ExitStatus status(Model model, CheckReport report, Verdict verdict) {
    ExitStatus status = ExitStatus.of(model, verdict, options.skipProperties());
    boolean isViolated = status != ExitStatus.OK && status != ExitStatus.UNDECIDED;
    if (report.vacuous() && !isViolated) {
      return ExitStatus.VACUOUS;
    }
    if (!strict || isViolated || report.vacuity().isEmpty()) {
      return status;
    }
    return report.vacuity().stream().allMatch(v -> v instanceof Vacuity.NotKnown)
        ? ExitStatus.UNDECIDED
        : ExitStatus.VACUOUS;
  }
}
