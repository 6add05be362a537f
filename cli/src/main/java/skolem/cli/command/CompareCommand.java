package skolem.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.compare.Comparison;
import skolem.cli.compare.ComparisonTable;
import skolem.cli.compare.Contestant;
import skolem.cli.compare.OurEngine;
import skolem.cli.compare.Question;
import skolem.cli.compare.Reply;
import skolem.cli.compare.Sweep;
import skolem.cli.compare.Tlc;
import skolem.cli.report.DiagnosticText;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// `skolem compare`.
@Command(
    name = "compare",
    description = "Which engine answers the same question in which time?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  skolem compare TwoPhase.tla --length 12",
      "  skolem compare TwoPhase.tla --sweep 'RM=3..10' --plot crossover.svg",
      "  skolem compare TwoPhase.tla --const 'N = 4' --tlc tla2tools.jar"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "10",
      description = "The greatest number of steps (default: ${DEFAULT-VALUE}); TLC has no bound.")
  private int length = 10;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "The time for each run of an engine (default: ${DEFAULT-VALUE}).")
  private int timeout = 60;

  @Option(names = "--tlc", paramLabel = "JAR", description = "Run TLC, too, from this jar.")
  private @Nullable Path tlc;

  @Option(
      names = "--sweep",
      paramLabel = "NAME=FROM..TO",
      description = "Ask for each size of a constant: a number, or a set of so many elements.")
  private @Nullable String sweepText;

  @Option(names = "--plot", paramLabel = "FILE", description = "Draw the sweep, as SVG.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Sweep sweep = sweep();
    ModelLoader.Request request = options.request();
    List<String> constants = options.wishes().constants();
    String configuration = ModelLoader.configuration(request, constants);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Comparing %s, at most %d steps, at most %d s for each%n",
        options.specification(), length, timeout);
    ComparisonTable table = new ComparisonTable(sweep == null ? "" : sweep.constant());
    out.print(table.head());
    out.flush();
    List<Comparison> all = new ArrayList<>();
    Path scratch = Files.createTempDirectory("skolem-compare");
    try {
      for (int size : sweep == null ? List.of(0) : sweep.sizes()) {
        List<String> given = new ArrayList<>(constants);
        if (sweep != null) {
          given.add(sweep.assignment(size, configuration));
        }
        Comparison comparison = compare(ModelLoader.configuration(request, given), scratch);
        all.add(comparison);
        out.print(table.add(size, comparison));
        out.flush();
      }
    } finally {
      delete(scratch);
    }
    if (sweep != null) {
      table.crossovers().forEach(out::println);
      draw(table, out);
    }
    return conclude(all, out).number();
  }

  private @Nullable Sweep sweep() {
    if (length < 0 || timeout < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--length is a number of steps, from 0, --timeout of seconds, from 1");
    }
    if (tlc != null && !Files.isReadable(tlc)) {
      throw RejectedException.of(Code.SYSTEM, Span.NONE, "the jar " + tlc + " cannot be read");
    }
    if (sweepText == null) {
      if (plot != null) {
        throw new ParameterException(spec.commandLine(), "--plot draws a --sweep");
      }
      return null;
    }
    Sweep sweep = Sweep.parse(sweepText);
    if (sweep == null) {
      throw new ParameterException(
          spec.commandLine(), "--sweep takes a constant and sizes that grow, as N=3..10");
    }
    return sweep;
  }

  private Comparison compare(String configuration, Path scratch)
      throws IOException, InterruptedException {
    Path file = Files.writeString(scratch.resolve("model.cfg"), configuration);
    ModelLoader.Request request =
        ModelLoader.Request.of(options.specification())
            .withConfig(file)
            .withPath(options.request().path());
    Model model = ModelLoader.load(request);
    PrintWriter err = spec.commandLine().getErr();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    Question question =
        new Question(
            options.specification(),
            file,
            request.path(),
            scratch,
            length,
            options.deadlock(model),
            Duration.ofSeconds(timeout));
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(OurEngine.symbolic());
    contestants.add(OurEngine.explicit());
    if (tlc != null) {
      contestants.add(
          new Tlc(
              tlc,
              model.invariants().stream().map(Model.Named::name).toList(),
              options.deadlock(model)));
    }
    return Comparison.run(question, contestants);
  }

  private void draw(ComparisonTable table, PrintWriter out) {
    if (plot == null) {
      return;
    }
    try {
      Files.writeString(plot, table.plot());
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, plot + " cannot be written: " + e.getMessage());
    }
    out.println("wrote " + plot);
  }

  private static ExitStatus conclude(List<Comparison> all, PrintWriter out) {
    if (all.stream().anyMatch(c -> !c.disagreements().isEmpty())) {
      out.println("Two engines contradict each other: one of them has a bug.");
      out.flush();
      return ExitStatus.BUG;
    }
    boolean answered = all.stream().allMatch(c -> c.replies().stream().anyMatch(Reply::isAnswer));
    out.println(answered ? "No two answers contradict each other." : "There is no answer.");
    out.flush();
    return answered ? ExitStatus.OK : ExitStatus.UNDECIDED;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
