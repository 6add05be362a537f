package skolem.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.ExploreText;
import skolem.cli.report.GraphFile;
import skolem.cli.report.JsonReport;
import skolem.cli.report.TraceFiles;
import skolem.explicit.search.BreadthFirstSearch;
import skolem.explicit.search.Exploration;
import skolem.explicit.search.SearchOptions;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// `skolem explore`.
@Command(
    name = "explore",
    description = "Visit the states one by one, breadth first, as an independent check.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  skolem explore TwoPhase.tla --depth 8",
      "  skolem explore TwoPhase.tla --workers 2 --dump dot graph.dot"
    })
final class ExploreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Visit no state beyond this many steps; default: no bound.")
  private int depth = Integer.MAX_VALUE;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Expand states on so many threads (default: ${DEFAULT-VALUE}).")
  private int workers = 1;

  @Option(
      names = "--continue",
      description = "Search on after a violation, for the first one of each property.")
  private boolean goOn;

  @Option(
      names = "--dump",
      arity = "2",
      paramLabel = "dot|json FILE",
      hideParamSyntax = true,
      description = "Write the state graph to a file.")
  private List<String> dump = new ArrayList<>();

  @Option(
      names = "--trace-out",
      paramLabel = "DIR",
      description = "Write the counterexamples there, as TLA+, as ITF and as HTML.")
  private @Nullable Path traceFolder;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public Integer call() {
    requireSense();
    Model model = options.load();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    Model asked = model.withCheckDeadlock(options.deadlock(model));
    boolean text = output == OutputFormat.TEXT;
    if (text) {
      out.println(ExploreText.title(options.specification()));
      out.flush();
    }
    try (Interruption interruption = Interruption.awaited()) {
      SearchOptions search =
          SearchOptions.unbounded()
              .withMaxSteps(depth)
              .withWorkers(workers)
              .withInterruption(interruption::requested)
              .withOutput(line -> (text ? out : err).println(line));
      if (goOn) {
        search = search.goingOn();
      }
      if (text) {
        search = search.withProgress(new ProgressLines(out));
      }
      return explore(asked, search, out).number();
    }
  }

  private void requireSense() {
    if (depth < 0) {
      throw new ParameterException(spec.commandLine(), "--depth is a number of steps, from 0");
    }
    if (workers < 1) {
      throw new ParameterException(spec.commandLine(), "--workers is a number of threads, from 1");
    }
    if (!dump.isEmpty() && dumpFormat() == null) {
      throw new ParameterException(
          spec.commandLine(), "--dump takes a format, dot or json, and a file");
    }
  }

  private GraphFile.@Nullable Format dumpFormat() {
    return switch (dump.getFirst().toLowerCase(Locale.ROOT)) {
      case "dot" -> GraphFile.Format.DOT;
      case "json" -> GraphFile.Format.JSON;
      default -> null;
    };
  }

  private ExitStatus explore(Model model, SearchOptions search, PrintWriter out) {
    long start = System.nanoTime();
    Exploration exploration = search(model, search);
    long nanoseconds = System.nanoTime() - start;
    Verdict verdict = aliased(model, exploration.verdict(model));
    switch (output) {
      case TEXT -> out.print(ExploreText.result(exploration, verdict, nanoseconds));
      case JSON -> out.println(JsonReport.explore(options.specification(), exploration, verdict));
    }
    if (traceFolder != null) {
      PrintWriter told = output == OutputFormat.TEXT ? out : spec.commandLine().getErr();
      TraceFiles.write(traceFolder, model, verdict).forEach(file -> told.println("wrote " + file));
      told.flush();
    }
    out.flush();
    return status(model, exploration, verdict);
  }

  private Exploration search(Model model, SearchOptions search) {
    GraphFile.Format format = dump.isEmpty() ? null : dumpFormat();
    if (format == null) {
      return BreadthFirstSearch.run(model, search);
    }
    try (GraphFile graph = GraphFile.open(format, Path.of(dump.getLast()), model.name())) {
      return BreadthFirstSearch.run(model, search.withGraph(graph));
    }
  }

  private ExitStatus status(Model model, Exploration exploration, Verdict verdict) {
    ExitStatus status = ExitStatus.of(model, verdict, options.skipProperties());
    boolean vacuous = model.behaviour() != null && exploration.initialStates() == 0;
    if (vacuous && status == ExitStatus.OK) {
      return ExitStatus.VACUOUS;
    }
    boolean violated =
        verdict.answers().stream().anyMatch(a -> a.outcome() instanceof Outcome.Violated);
    return violated || exploration.postconditions().isEmpty()
        ? status
        : ExitStatus.of(exploration.postconditions());
  }

  /// The verdict with ALIAS applied to its traces.
  static Verdict aliased(Model model, Verdict verdict) {
    if (model.alias() == null || model.behaviour() == null) {
      return verdict;
    }
    StateSpace space = new StateSpace(model, _ -> {});
    return new Verdict(
        verdict.answers().stream()
            .map(answer ->
                answer.outcome() instanceof Outcome.Violated(var trace, var fault)
                    ? new Verdict.Answer(
                        answer.property(),
                        answer.kind(),
                        new Outcome.Violated(space.aliased(trace), fault))
                    : answer)
            .toList());
  }
}
