package skolem.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.SimulateText;
import skolem.cli.report.TraceFiles;
import skolem.explicit.search.RandomWalks;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Verdict;

/// `skolem simulate`.
@Command(
    name = "simulate",
    description = "Follow random behaviours, step by step, up to the first violation.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  skolem simulate TwoPhase.tla --runs 1000 --length 50",
      "  skolem simulate TwoPhase.tla --seed 7 --trace-out traces"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many behaviours to follow (default: ${DEFAULT-VALUE}).")
  private int runs = 100;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "100",
      description = "The greatest number of steps of each (default: ${DEFAULT-VALUE}).")
  private int length = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Other seeds, other behaviours (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--trace-out",
      paramLabel = "DIR",
      description = "Write the counterexample there, as TLA+, as ITF and as HTML.")
  private @Nullable Path traceFolder;

  @Override
  public Integer call() {
    if (runs < 1 || length < 0) {
      throw new ParameterException(
          spec.commandLine(), "--runs is a number from 1, --length a number of steps, from 0");
    }
    Model model = options.load();
    if (model.behaviour() == null) {
      throw new ParameterException(
          spec.commandLine(), "the configuration names no behaviour to follow");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    out.println(SimulateText.title(options.specification(), runs, length, seed));
    out.flush();
    return simulate(model.withCheckDeadlock(options.deadlock(model)), out).number();
  }

  private ExitStatus simulate(Model model, PrintWriter out) {
    try (Interruption interruption = Interruption.awaited()) {
      RandomWalks.Result result =
          RandomWalks.run(
              model,
              new RandomWalks.Options(runs, length, seed, out::println, interruption::requested));
      Verdict verdict = ExploreCommand.aliased(model, verdict(model, result));
      out.print(SimulateText.result(result, verdict));
      if (traceFolder != null) {
        for (Path written : TraceFiles.write(traceFolder, model, verdict)) {
          out.println("wrote " + written);
        }
      }
      out.flush();
      return result.initialStates() == 0
          ? ExitStatus.VACUOUS
          : ExitStatus.of(model, verdict, options.skipProperties());
    }
  }

  /// The violation, if there is one; a random walk does not answer anything else.
  private static Verdict verdict(Model model, RandomWalks.Result result) {
    if (result.violation() == null) {
      return new Verdict(List.of());
    }
    Verdict.Kind kind =
        switch (result.violation().fault()) {
          case Fault.Deadlock _ -> Verdict.Kind.DEADLOCK_FREEDOM;
          case Fault.EvaluationError _ -> Verdict.Kind.DEFINEDNESS;
          case Fault.StepFalse _ -> Verdict.Kind.TEMPORAL;
          case Fault.TraceFalse _ -> Verdict.Kind.TRACE_INVARIANT;
          case Fault.InvariantFalse(var name, _, _) ->
              model.invariants().stream().anyMatch(i -> i.name().equals(name))
                  ? Verdict.Kind.INVARIANT
                  : Verdict.Kind.TEMPORAL;
        };
    return new Verdict(List.of(new Verdict.Answer(result.property(), kind, result.violation())));
  }
}
