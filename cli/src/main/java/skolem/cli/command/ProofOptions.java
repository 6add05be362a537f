package skolem.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import skolem.inductive.prove.ProofRequest;

/// What is to be proved, by what kind of induction, and at what cost.
final class ProofOptions {
  @Option(
      names = "--implies",
      paramLabel = "NAMES",
      split = ",",
      description = "What the invariant is to imply.")
  private List<String> implied = new ArrayList<>();

  @Option(
      names = "--only-action",
      paramLabel = "NAME",
      description = "Only this action; or Init, defined, =>, for the obligations about one state.")
  private @Nullable String onlyAction;

  @Option(
      names = "--only-conjunct",
      paramLabel = "NAME",
      description = "Only this conjunct, named as the output names it.")
  private @Nullable String onlyConjunct;

  @Option(
      names = "--without",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Conjuncts that do not belong to the invariant, named as the output names them.")
  private Set<String> without = new LinkedHashSet<>();

  @Option(
      names = "--k",
      paramLabel = "K",
      description =
          "Induction over up to K states. Without, K is 1, and where that fails the output says"
              + " whether 2 or 3 would do.")
  private @Nullable Integer k;

  @Option(
      names = "--simple-path",
      description = "Induction over paths on which no state occurs twice.")
  private boolean simplePath;

  @Option(
      names = "--max-seq",
      paramLabel = "N",
      description = "Sequences that the invariant leaves unbounded have at most N elements.")
  private @Nullable Integer maxSequence;

  @Option(
      names = "--max-int",
      paramLabel = "N",
      description =
          "Integers that the invariant leaves unbounded lie in -N..N; without, the solver computes"
              + " with all of them.")
  private @Nullable Integer maxInteger;

  @Option(
      names = "--reach",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Search for the state of a counterexample for so many steps (default: ${DEFAULT-VALUE});"
              + " -1 for no search.")
  private int reach = 10;

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many obligations at a time; default: one for each processor.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--minimize",
      description =
          "Look for a smallest set of conjuncts that is inductive and implies what --implies names.")
  private boolean minimize;

  @Option(
      names = "--candidates",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Look for the largest set of conjuncts of the invariant and of these that is inductive.")
  private List<String> candidates = new ArrayList<>();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Keep proofs in this folder, and prove only what they do not cover.")
  private @Nullable Path cache;

  @Option(
      names = "--save-obligations",
      paramLabel = "DIR",
      description = "Write each obligation to this folder, for other solvers to check.")
  private @Nullable Path obligations;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ProofFormat format = ProofFormat.TEXT;

  /// What is wrong with these options; null for nothing.
  @Nullable String complaint() {
    if (k != null && k < 1) {
      return "--k is a number of states, from 1";
    }
    if (workers < 1) {
      return "--workers is a number of threads, from 1";
    }
    if (maxSequence != null && maxSequence < 0) {
      return "--max-seq is a number of elements, from 0";
    }
    if (maxInteger != null && maxInteger < 0) {
      return "--max-int is a number, from 0";
    }
    List<String> unfit = asksForASubset() ? withoutMeaningForASubset() : List.of();
    return unfit.isEmpty()
        ? null
        : "--minimize and --candidates do not go with " + String.join(", ", unfit);
  }

  private List<String> withoutMeaningForASubset() {
    List<String> given = new ArrayList<>();
    addIf(onlyAction != null, "--only-action", given);
    addIf(onlyConjunct != null, "--only-conjunct", given);
    addIf(k != null && k > 1, "--k", given);
    addIf(cache != null, "--cache", given);
    addIf(obligations != null, "--save-obligations", given);
    addIf(format == ProofFormat.JUNIT, "--output junit", given);
    return given;
  }

  private static void addIf(boolean given, String option, List<String> to) {
    if (given) {
      to.add(option);
    }
  }

  /// Whether a subset of the conjuncts is looked for.
  boolean asksForASubset() {
    return minimize || !candidates.isEmpty();
  }

  boolean minimize() {
    return minimize;
  }

  List<String> candidates() {
    return candidates;
  }

  ProofFormat format() {
    return format;
  }

  List<String> implied() {
    return implied;
  }

  ProofRequest.Scope scope() {
    return new ProofRequest.Scope(onlyAction, onlyConjunct, without);
  }

  /// The induction to begin with.
  ProofRequest.Induction induction() {
    return new ProofRequest.Induction(1, simplePath, maxSequence, maxInteger);
  }

  /// The greatest K, or null where the command line gives none.
  @Nullable Integer k() {
    return k;
  }

  ProofRequest.Effort effort() {
    return new ProofRequest.Effort(engine.engine(), engine.budget(), workers, reach);
  }

  ProofRequest.Records records() {
    return new ProofRequest.Records(cache, obligations);
  }

  /// What a configuration replaces so that TLC can enumerate it, and a proof need not.
  Set<String> asDefined() {
    return maxSequence == null ? Set.of("Nat", "Int") : Set.of("Nat", "Int", "Seq");
  }
}
