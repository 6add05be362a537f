package skolem.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.ProveText;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.InductionProof;
import skolem.inductive.prove.ProofRequest;
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

  @Override
  public Integer call() {
    if (options.invariants().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name an invariant with --inv");
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
    asked.addAll(proof.implied());
    return options.load(asked, asDefined);
  }

  private ExitStatus prove(Model model) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    err.print(DiagnosticText.of(model.warnings()));
    err.flush();
    int invariants = options.invariants().size();
    ProofRequest request =
        new ProofRequest(
            model,
            model.invariants().subList(0, invariants),
            model.invariants().subList(invariants, model.invariants().size()),
            proof.scope(),
            proof.induction(),
            proof.effort());
    requireKnown(request);
    long start = System.nanoTime();
    out.println(ProveText.title(options.specification(), request));
    out.flush();
    VerdictMatrix matrix = deepening(request, out);
    matrix.cells().forEach(cell -> ProofConfirmation.require(request.with(matrix.k()), cell));
    Integer deeper = proof.k() == null ? fallBack(request, matrix) : null;
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    out.print(ProveText.result(matrix, request, deeper, time));
    out.flush();
    return status(matrix);
  }

  private void requireKnown(ProofRequest request) {
    ProofRequest.Scope scope = request.scope();
    List<String> all =
        request.invariants().stream().flatMap(i -> Lemma.of(i).stream().map(Lemma::name)).toList();
    Set<String> asked = scope.lemma() == null ? scope.without() : Set.of(scope.lemma());
    for (String name : asked) {
      if (!all.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "the invariant has no conjunct " + name + "; it has " + String.join(", ", all));
      }
    }
  }

  /// Induction over 1, 2, … states, until one proves the invariant.
  private VerdictMatrix deepening(ProofRequest request, PrintWriter out) {
    int most = proof.k() == null ? 1 : proof.k();
    for (int k = 1; true; k++) {
      if (k > 1) {
        out.println(ProveText.deeper(k));
      }
      VerdictMatrix matrix =
          InductionProof.prove(
              request.with(k),
              cell -> {
                out.println(ProveText.cell(cell));
                out.flush();
              });
      if (k == most || matrix.isProved() || matrix.isReallyViolated()) {
        return matrix;
      }
    }
  }

  /// The least number of states over which induction proves what it does not over one; null where
  /// that is not known.
  private static @Nullable Integer fallBack(ProofRequest request, VerdictMatrix matrix) {
    if (!matrix.isBroken() || matrix.isReallyViolated() || !request.scope().whole()) {
      return null;
    }
    ProofRequest bounded = request.within(FALL_BACK_BUDGET);
    for (int k = 2; k <= FALL_BACK; k++) {
      if (InductionProof.attempt(bounded.with(k)).isProved()) {
        return k;
      }
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
