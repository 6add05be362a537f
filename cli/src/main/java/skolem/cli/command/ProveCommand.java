package skolem.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.ProveJUnit;
import skolem.cli.report.ProveJson;
import skolem.cli.report.ProveText;
import skolem.cli.report.SubsetJson;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Vacuity;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.InductionProof;
import skolem.inductive.prove.ProofRequest;
import skolem.inductive.prove.SubsetSearch;
import skolem.solver.session.Budget;

/// `skolem prove`.
@Command(
    name = "prove",
    description = "Is the invariant inductive, so that it holds at every depth?",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  skolem prove TwoPhase.tla --inv Ind --implies Consistent"})
final class ProveCommand implements Callable<Integer> {
  /// How far induction over more states is tried where it was not asked for.
  private static final int FALL_BACK = 3;

  private static final Budget FALL_BACK_BUDGET = Budget.of(Duration.ofSeconds(5));

  @Spec private CommandSpec spec;

  @Mixin private SpecificationOptions options = new SpecificationOptions();

  @Mixin private ProofOptions proof = new ProofOptions();

  private long begun;

  @Override
  public Integer call() {
    if (options.invariants().isEmpty() && proof.candidates().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name an invariant with --inv");
    }
    String complaint = proof.complaint();
    if (complaint != null) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
    Model model = load(proof.asDefined());
    PrintWriter err = spec.commandLine().getErr();
    try {
      return prove(model).number();
    } catch (RejectedException e) {
      Model replaced = load(Set.of());
      boolean differs = model.warnings().size() > replaced.warnings().size();
      if (!differs || e.diagnostics().getFirst().code() != Code.UNSUPPORTED) {
        throw e;
      }
      err.println("Not supported with numbers as they are defined: replaced as configured.");
      return prove(replaced).number();
    }
  }

  private Model load(Set<String> asDefined) {
    List<String> asked = new ArrayList<>(options.invariants());
    asked.addAll(proof.candidates());
    asked.addAll(proof.implied());
    return options.load(asked, asDefined);
  }

  private ExitStatus prove(Model model) {
    PrintWriter err = spec.commandLine().getErr();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    int invariants = options.invariants().size() + proof.candidates().size();
    ProofRequest request =
        new ProofRequest(
            model,
            model.invariants().subList(0, invariants),
            model.invariants().subList(invariants, model.invariants().size()),
            proof.scope(),
            proof.induction(),
            proof.effort(),
            proof.records());
    requireKnown(request);
    if (proof.asksForASubset()) {
      return subset(request);
    }
    begun = System.nanoTime();
    progress(ProveText.title(options.specification(), request));
    return report(request, deepening(request), proof.k() == null);
  }

  /// Says what was found, with confirmed counterexamples.
  ///
  /// @param fallsBack whether to look for more states over which induction does
  private ExitStatus report(ProofRequest request, VerdictMatrix matrix, boolean fallsBack) {
    PrintWriter out = spec.commandLine().getOut();
    matrix.cells().forEach(cell -> ProofConfirmation.require(request.with(matrix.k()), cell));
    Integer deeper = fallsBack ? fallBack(request, matrix) : null;
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    out.print(
        switch (proof.format()) {
          case TEXT -> ProveText.result(matrix, request, deeper, time);
          case JSON -> ProveJson.of(options.specification(), request, matrix, deeper, time) + "\n";
          case JUNIT -> ProveJUnit.of(request, matrix, time) + "\n";
        });
    out.flush();
    return status(matrix);
  }

  /// Looks for a subset of the conjuncts.
  private ExitStatus subset(ProofRequest request) {
    PrintWriter out = spec.commandLine().getOut();
    progress(ProveText.searching(options.specification(), request, proof.minimize()));
    Consumer<String> told = line -> progress("  " + line);
    SubsetSearch.Subset subset =
        proof.minimize()
            ? SubsetSearch.smallest(request, told)
            : SubsetSearch.largest(request, told);
    out.print(
        proof.format() == ProofFormat.JSON
            ? SubsetJson.of(options.specification(), request, subset) + "\n"
            : ProveText.subset(subset, request));
    out.flush();
    return subset.implies() ? ExitStatus.OK : ExitStatus.NOT_INDUCTIVE;
  }

  /// Prints a line while the proof goes on, for people.
  private void progress(String line) {
    if (proof.format() == ProofFormat.TEXT) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }

  private void requireKnown(ProofRequest request) {
    ProofRequest.Scope scope = request.scope();
    if (scope.action() != null && !request.columns().contains(scope.action())) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no action "
              + scope.action()
              + "; there are "
              + String.join(", ", request.columns()));
    }
    if (request.lemmas().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no conjunct is left of the invariant");
    }
    List<String> all =
        request.invariants().stream().flatMap(i -> Lemma.of(i).stream().map(Lemma::name)).toList();
    scope.without().forEach(name -> requireConjunct(name, all));
    if (scope.lemma() != null) {
      requireConjunct(scope.lemma(), request.lemmas().stream().map(Lemma::name).toList());
    }
  }

  private void requireConjunct(String name, List<String> all) {
    if (!all.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "the invariant has no conjunct " + name + "; it has " + String.join(", ", all));
    }
  }

  /// Induction over 1, 2, … states, until one proves the invariant.
  private VerdictMatrix deepening(ProofRequest request) {
    int most = proof.k() == null ? 1 : proof.k();
    Vacuity vacuity = Vacuity.NOT_ASKED;
    for (int k = 1; true; k++) {
      if (k > 1) {
        progress(ProveText.deeper(k));
      }
      VerdictMatrix matrix = proved(request.with(k));
      vacuity = k == 1 ? matrix.vacuity() : vacuity;
      if (k == most || matrix.isProved() || matrix.isReallyViolated()) {
        return matrix.with(vacuity);
      }
    }
  }

  private VerdictMatrix proved(ProofRequest request) {
    PrintWriter out = proof.format() == ProofFormat.TEXT ? spec.commandLine().getOut() : null;
    Terminal terminal = out == null ? null : Terminal.current();
    try (ProofDisplay display = new ProofDisplay(out, terminal);
        LastWords last = LastWords.of(() -> interrupted(request, display))) {
      VerdictMatrix matrix = InductionProof.prove(request, display);
      last.finish();
      return matrix;
    }
  }

  private ExitStatus interrupted(ProofRequest request, ProofDisplay display) {
    display.close();
    List<Cell> cells = display.cells(new Cell.Finding.Undecided("the run was interrupted"));
    List<String> actions =
        cells.stream().map(Cell::column).filter(c -> !Cell.isAboutOneState(c)).distinct().toList();
    return cells.isEmpty()
        ? ExitStatus.UNDECIDED
        : report(
            request,
            new VerdictMatrix(
                request.induction().k(),
                request.lemmas(),
                List.of(),
                actions,
                cells,
                Vacuity.NOT_ASKED,
                List.of(),
                List.of()),
            false);
  }

  /// The least number of states over which induction proves what it does not over one; null where
  /// that is not known.
  private static @Nullable Integer fallBack(ProofRequest request, VerdictMatrix matrix) {
    if (!matrix.isBroken() || matrix.isReallyViolated() || !request.scope().whole()) {
      return null;
    }
    ProofRequest bounded = request.within(FALL_BACK_BUDGET);
    try {
      for (int k = 2; k <= FALL_BACK; k++) {
        if (InductionProof.attempt(bounded.with(k)).isProved()) {
          return k;
        }
      }
    } catch (RejectedException _) {
      // Several states may be more than is supported where one is not.
      return null;
    }
    return null;
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
}
