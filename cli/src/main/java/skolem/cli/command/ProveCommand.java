package skolem.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
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
import skolem.cli.report.ProveText;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.frontend.model.Model;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.prove.InductionProof;
import skolem.inductive.prove.ProofRequest;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// `skolem prove`.
@Command(
    name = "prove",
    description = "Is the invariant inductive, so that it holds at every depth?",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  skolem prove TwoPhase.tla --inv Ind --implies Consistent"})
final class ProveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Option(
      names = "--implies",
      paramLabel = "NAMES",
      split = ",",
      description = "What the invariant is to imply.")
  private List<String> implied = new ArrayList<>();

  @Option(names = "--only-action", paramLabel = "NAME", description = "Only this action.")
  private @Nullable String onlyAction;

  @Option(
      names = "--only-conjunct",
      paramLabel = "NAME",
      description = "Only this conjunct, named as the output names it.")
  private @Nullable String onlyConjunct;

  @Option(
      names = "--reach",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Search for the state of a counterexample for so many steps (default: ${DEFAULT-VALUE}).")
  private int reach = 10;

  @Option(
      names = "--max-seq",
      paramLabel = "N",
      description = "Sequences that the invariant leaves unbounded have at most N elements.")
  private @Nullable Integer maxSequence;

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
      description = "The time limit for each obligation; default: none.")
  private Budget budget = Budget.UNLIMITED;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many actions at a time; default: one for each processor.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    if (options.invariants().size() != 1) {
      throw new ParameterException(spec.commandLine(), "name one invariant with --inv");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<String> asked = new ArrayList<>(options.invariants());
    asked.addAll(implied);
    Model model = options.load(asked);
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    ProofRequest request =
        new ProofRequest(
            model,
            model.invariants().getFirst(),
            model.invariants().subList(1, model.invariants().size()),
            onlyAction,
            onlyConjunct,
            reach,
            maxSequence,
            engine,
            budget,
            Math.max(1, workers));
    long start = System.nanoTime();
    out.println(ProveText.title(options.specification(), request));
    out.flush();
    VerdictMatrix matrix =
        InductionProof.prove(
            request,
            cell -> {
              out.println(ProveText.cell(cell));
              out.flush();
            });
    matrix.cells().forEach(cell -> requireConfirmed(request, cell));
    out.print(ProveText.result(matrix, request, Duration.ofNanos(System.nanoTime() - start)));
    out.flush();
    return status(matrix).number();
  }

  private static ExitStatus status(VerdictMatrix matrix) {
    if (matrix.isBroken()) {
      return ExitStatus.NOT_INDUCTIVE;
    }
    if (!matrix.isProved()) {
      return ExitStatus.UNDECIDED;
    }
    return matrix.vacuous().isEmpty() ? ExitStatus.OK : ExitStatus.VACUOUS;
  }

  /// No counterexample to induction is shown that the concrete evaluator does not confirm.
  private static void requireConfirmed(ProofRequest request, Cell cell) {
    if (!(cell.finding() instanceof Cell.Finding.Broken(var trace, var fault, var reach))) {
      return;
    }
    Model.Behaviour behaviour = request.model().behaviour();
    if (behaviour == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    List<Model.Named> violated =
        cell.column().equals(Cell.IMPLICATION)
            ? List.of(new Model.Named(cell.lemma().name(), cell.lemma().expr()))
            : List.of(request.invariant());
    Model model = request.model().from(behaviour.init(), violated);
    confirm(
        cell,
        cell.column().equals(Cell.INITIATION)
            ? Replayer.replay(model, trace, fault)
            : Replayer.replayWithin(model, request.invariant(), trace, fault));
    if (reach instanceof Cell.Reach.Reachable(var whole)) {
      confirm(cell, Replayer.replay(model, whole, fault));
    }
  }

  private static void confirm(Cell cell, ReplayReport replay) {
    if (replay instanceof ReplayReport.Refuted(var step, var reason, var place)) {
      throw new IllegalStateException(
          "the counterexample for "
              + cell.lemma().name()
              + " and "
              + cell.column()
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
