package skolem.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.ExploreText;
import skolem.cli.report.JsonReport;
import skolem.explicit.search.BreadthFirstSearch;
import skolem.explicit.search.Exploration;
import skolem.explicit.search.SearchOptions;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.Verdict;

/// `skolem explore`.
@Command(
    name = "explore",
    description = "Visit the states one by one, breadth first, as an independent check.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  skolem explore TwoPhase.tla --depth 8"})
final class ExploreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Visit no state beyond this many steps; default: no bound.")
  private int depth = Integer.MAX_VALUE;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public Integer call() {
    if (depth < 0) {
      throw new ParameterException(spec.commandLine(), "--depth is a number of steps, from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Model model = options.load();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    Model asked = model.withCheckDeadlock(options.deadlock(model));
    boolean text = output == OutputFormat.TEXT;
    SearchOptions search =
        new SearchOptions(
            depth,
            (level, generated, distinct, waiting) -> {
              if (text) {
                out.println(ExploreText.level(level, generated, distinct, waiting));
                out.flush();
              }
            },
            line -> (text ? out : err).println(line));
    if (text) {
      out.println(ExploreText.title(options.specification()));
      out.flush();
    }
    long start = System.nanoTime();
    Exploration exploration = BreadthFirstSearch.run(asked, search);
    long nanoseconds = System.nanoTime() - start;
    Verdict verdict = exploration.verdict(asked);
    switch (output) {
      case TEXT -> out.print(ExploreText.result(exploration, verdict, nanoseconds));
      case JSON ->
          out.println(JsonReport.explore(options.specification(), exploration, verdict));
    }
    out.flush();
    ExitStatus status = ExitStatus.of(verdict, options.skipProperties());
    boolean vacuous = model.behaviour() != null && exploration.initialStates() == 0;
    return (vacuous && status == ExitStatus.OK ? ExitStatus.VACUOUS : status).number();
  }
}
