package skolem.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.solver.bmc.CheckOptions;

/// Which counterexamples are wanted, and what else is to hold of a trace.
final class WantedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--all-violations",
      description = "Search on after a violation: one counterexample for each violated conjunct.")
  private boolean each;

  @Option(
      names = "--max-traces",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Show so many different counterexamples; with --all-violations, for each conjunct"
              + " (default: ${DEFAULT-VALUE}).")
  private int traces = 1;

  @Option(
      names = "--view",
      paramLabel = "E",
      description = "Counterexamples differ where this expression does; default: all variables.")
  private @Nullable String view;

  @Option(
      names = "--trace-inv",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Operators that are to hold of the sequence of states so far, each a record of the"
              + " variables.")
  private List<String> traceInvariants = new ArrayList<>();

  /// What the model loader is to know of these options, besides what it knows.
  ModelLoader.Wishes in(ModelLoader.Wishes wishes) {
    if (traces < 1) {
      throw new ParameterException(
          spec.commandLine(), "--max-traces is a number of counterexamples, from 1");
    }
    return new ModelLoader.Wishes(wishes.constants(), wishes.fixed(), traceInvariants, view);
  }

  CheckOptions.Wanted of(Model model) {
    Model.Named traceView = model.additions().traceView();
    return new CheckOptions.Wanted(each, traces, traceView == null ? null : traceView.expr());
  }
}
