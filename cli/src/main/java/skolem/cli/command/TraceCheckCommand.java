package skolem.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.TraceCheckText;
import skolem.cli.trace.ItfReader;
import skolem.cli.trace.ItfTrace;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;

/// `skolem trace check`.
@Command(
    name = "check",
    description = {
      "Replay a trace, ours or another tool's, with the concrete evaluator, and say where it leaves",
      "the specification. Constraints of the configuration do not matter."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit status: 0 the trace is a behaviour of the specification, 21 it is not.",
      "",
      "Example:",
      "  skolem trace check TwoPhase.tla counterexample.itf.json"
    })
final class TraceCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Parameters(index = "1", paramLabel = "TRACE", description = "The trace, an .itf.json file.")
  private Path trace = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Model model = options.load();
    if (model.behaviour() == null) {
      throw RejectedException.of(
          Code.CONFIG_BEHAVIOUR, Span.NONE, "the configuration names no behaviour");
    }
    spec.commandLine().getErr().print(DiagnosticText.of(model.warnings()));
    spec.commandLine().getErr().flush();
    ItfTrace read = ItfReader.read(trace, model);
    List<State> states = states(read, model);
    ReplayReport report = Replayer.follow(model, states, read.loop());
    out.print(TraceCheckText.of(trace, states, read.loop(), report));
    out.flush();
    return switch (report) {
      case ReplayReport.Confirmed _ -> ExitStatus.OK.number();
      case ReplayReport.Refuted _ -> ExitStatus.NOT_A_BEHAVIOUR.number();
      case ReplayReport.Undecided _ -> ExitStatus.UNDECIDED.number();
    };
  }

  /// The states over the variables of the model; parameters and auxiliary variables are left out.
  private List<State> states(ItfTrace read, Model model) {
    List<String> names = model.variables().stream().map(Variable::name).toList();
    List<State> states = new ArrayList<>();
    for (SortedMap<String, Value> given : read.states()) {
      List<Value> values = new ArrayList<>();
      for (String name : names) {
        Value value = given.get(name);
        if (value == null) {
          throw RejectedException.of(
              Code.SYSTEM,
              Span.NONE,
              trace + ": state " + states.size() + " gives no value to the variable " + name);
        }
        values.add(value);
      }
      states.add(new State(names, values));
    }
    return states;
  }
}
