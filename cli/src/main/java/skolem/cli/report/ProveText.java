package skolem.cli.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.explicit.replay.FalseInstance;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.ProofRequest;
import skolem.inductive.prove.SubsetSearch;

/// What `prove` prints for people: a line for each obligation, the matrix, each counterexample to
/// induction.
public final class ProveText {
  private ProveText() {}

  public static String title(Path specification, ProofRequest request) {
    String implies =
        request.implied().isEmpty()
            ? ""
            : " and implies "
                + request.implied().stream().map(i -> i.name()).collect(Collectors.joining(", "));
    return "Proving that " + request.name() + " is inductive" + implies + " in " + specification;
  }

  /// The line for an obligation that is done.
  ///
  /// @param column how wide the name of its column is written
  /// @param conjunct how wide the name of its conjunct is written
  public static String cell(Cell cell, int column, int conjunct) {
    String verdict =
        switch (cell.finding()) {
          case Cell.Finding.Proved(var core, var evidence) ->
              (evidence == Cell.Evidence.KNOWN ? "known" : "proved")
                  + (core.isEmpty() ? "" : " with " + String.join(", ", core));
          case Cell.Finding.Broken _ -> "BROKEN";
          case Cell.Finding.Undecided(var reason) -> "undecided: " + reason;
        };
    return String.format(
        Locale.ROOT,
        "  %-" + column + "s  %-" + conjunct + "s %8s  %s",
        cell.column(),
        cell.lemma().name(),
        RunTimes.seconds(cell.time()),
        verdict);
  }

  /// The line for what is being asked.
  ///
  /// @param elapsed for how long the obligation has been asked about
  public static String asking(int done, int all, Obligation obligation, Duration elapsed) {
    return "  %d of %d obligations are done; at %s, %s for %d s"
        .formatted(done, all, obligation.column(), obligation.lemma().name(), elapsed.toSeconds());
  }

  /// The line before induction over more states.
  public static String deeper(int k) {
    return "Induction over " + k + " states:";
  }

  /// The first line of a search for a subset of the conjuncts.
  public static String searching(Path specification, ProofRequest request, boolean smallest) {
    return "Looking for a "
        + (smallest ? "smallest" : "largest")
        + " inductive set among "
        + request.lemmas().size()
        + " conjuncts in "
        + specification;
  }

  /// What the search for a subset found.
  public static String subset(SubsetSearch.Subset subset, ProofRequest request) {
    StringBuilder out = new StringBuilder();
    List<String> dropped =
        request.lemmas().stream()
            .map(Lemma::name)
            .filter(name -> !subset.conjuncts().contains(name))
            .toList();
    out.append("Inductive: ").append(String.join(", ", subset.conjuncts())).append('\n');
    if (!dropped.isEmpty()) {
      out.append("Left out: ").append(String.join(", ", dropped)).append('\n');
    }
    if (!subset.undecided().isEmpty()) {
      out.append("Not decided, and so left out where needed: ");
      out.append(String.join(", ", subset.undecided())).append('\n');
    }
    if (!request.implied().isEmpty()) {
      out.append(subset.implies() ? "Implies " : "Does not imply ");
      out.append(request.implied().stream().map(i -> i.name()).collect(Collectors.joining(", ")));
      out.append('\n');
    }
    String among = among(request.induction());
    if (!among.isEmpty()) {
      out.append("This is").append(among).append('\n');
    }
    List<String> constraints = VerdictMatrix.constraints(request.model());
    if (!constraints.isEmpty()) {
      out.append("Within ").append(String.join(", ", constraints)).append('\n');
    }
    return out.toString();
  }

  /// The verdict, the matrix, and the counterexamples.
  ///
  /// @param deeper over how many states induction would prove what this does not; null for not
  ///   known
  public static String result(
      VerdictMatrix matrix, ProofRequest request, @Nullable Integer deeper, Duration time) {
    StringBuilder out = new StringBuilder();
    out.append("Verdict: ").append(headline(matrix, request)).append('\n');
    if (deeper != null) {
      String among = among(request.induction());
      out.append("It is ").append(deeper).append("-inductive");
      out.append(among.isEmpty() ? ", and so holds at every depth" : among);
      out.append(within(VerdictMatrix.constraints(request.model())));
      out.append(": --k ").append(deeper).append(" proves it\n");
    }
    if (request.records().cache() != null) {
      out.append(matrix.proved(Cell.Evidence.KNOWN))
          .append(" obligations known from earlier runs, ");
      out.append(matrix.proved(Cell.Evidence.SOLVED)).append(" proved now, ");
      out.append(matrix.proved(Cell.Evidence.EVIDENT)).append(" evident\n");
      int asked = matrix.vacuity().asked();
      int known = matrix.vacuity().known();
      out.append(known).append(" questions about vacuity known from earlier runs, ");
      out.append(asked - known).append(" answered now\n");
    }
    out.append(ProofGrid.of(matrix));
    matrix.vacuous().forEach(v -> out.append("Vacuous: ").append(v).append('\n'));
    matrix.remarks().forEach(r -> out.append("Note: ").append(r).append('\n'));
    if (!matrix.bounds().isEmpty()) {
      out.append("Bounds of the variables, used throughout: ");
      out.append(String.join(", ", matrix.bounds())).append('\n');
    }
    if (matrix.isProved() && request.scope().whole()) {
      List<String> unneeded = matrix.unneeded().stream().map(Lemma::name).toList();
      if (!unneeded.isEmpty()) {
        out.append("No other obligation needs: ").append(String.join(", ", unneeded)).append('\n');
      }
    }
    for (Cell cell : matrix.cells()) {
      if (cell.finding() instanceof Cell.Finding.Broken(var trace, var fault, var reach)) {
        out.append('\n').append(counterexample(cell, trace, fault, reach));
      }
    }
    return out.append("Time: ").append(RunTimes.seconds(time)).append('\n').toString();
  }

  private static String headline(VerdictMatrix matrix, ProofRequest request) {
    String name = request.name();
    String inductive = matrix.k() == 1 ? "inductive" : matrix.k() + "-inductive";
    long broken =
        matrix.cells().stream().filter(c -> c.finding() instanceof Cell.Finding.Broken).count();
    if (broken > 0) {
      return name
          + " is not "
          + inductive
          + ": "
          + broken
          + " of "
          + matrix.cells().size()
          + " obligations are broken";
    }
    if (!matrix.isProved()) {
      return "undecided";
    }
    return request.scope().whole()
        ? name + " is " + inductive + extent(matrix, request.induction())
        : "the obligations asked for are proved";
  }

  /// What the proof speaks of.
  private static String extent(VerdictMatrix matrix, ProofRequest.Induction induction) {
    String among = among(induction);
    return (among.isEmpty() ? " and holds at every depth" : among) + within(matrix.constraints());
  }

  private static String within(List<String> constraints) {
    return constraints.isEmpty() ? "" : ", within " + String.join(", ", constraints);
  }

  /// Which states alone are spoken of; empty for all.
  private static String among(ProofRequest.Induction induction) {
    List<String> among = new ArrayList<>();
    if (induction.maxSequence() != null) {
      among.add("sequences have at most " + induction.maxSequence() + " elements");
    }
    if (induction.maxInteger() != null) {
      among.add("integers lie in -" + induction.maxInteger() + ".." + induction.maxInteger());
    }
    return among.isEmpty()
        ? ""
        : " among states whose " + String.join(" and ", among) + "; nothing is said of others";
  }

  private static String instance(FalseInstance instance) {
    return "It is false for "
        + instance.values().stream()
            .map(v -> v.name() + " = " + v.value())
            .collect(Collectors.joining(", "))
        + ": "
        + instance.part()
        + "\n";
  }

  static String counterexample(Cell cell, Trace trace, Fault fault, Cell.Reach reach) {
    StringBuilder out = new StringBuilder();
    out.append(
        switch (cell.column()) {
          case Cell.INITIATION -> "An initial state violates ";
          case Cell.IMPLICATION -> "A state within the invariant violates ";
          case Cell.DEFINED ->
              cell.lemma().name().equals(Cell.DEFINED)
                  ? "A state within the invariant in which Next has no value: "
                  : "A state within the invariant in which this has no value: ";
          default -> "Counterexample to induction for " + cell.column() + " and ";
        });
    out.append(cell.lemma().name()).append(": ").append(cell.lemma().text()).append('\n');
    boolean initial = cell.column().equals(Cell.INITIATION);
    out.append(TraceText.of(trace, initial ? "initial" : "within the invariant"));
    if (fault instanceof Fault.InvariantFalse) {
      State last = trace.state(trace.length());
      FalseInstance instance = FalseInstance.of(cell.lemma().expr(), last);
      if (instance != null) {
        out.append(instance(instance));
      }
    }
    if (fault instanceof Fault.EvaluationError(var diagnostic)) {
      out.append("It has no value there:\n").append(DiagnosticText.of(List.of(diagnostic)));
    }
    out.append(
        switch (reach) {
          case Cell.Reach.Reachable(var whole) ->
              whole.length() == trace.length() && whole.initial().equals(trace.initial())
                  ? "It begins in an initial state: the violation is real.\n"
                  : "The violation is real; from an initial state:\n" + TraceText.of(whole);
          case Cell.Reach.NotWithin(int steps) ->
              "Its first state is not reachable within "
                  + VerdictText.steps(steps)
                  + ": the invariant is probably too weak.\n";
          case Cell.Reach.NotAsked() -> "";
          case Cell.Reach.Unknown(var reason) ->
              "Whether its first state is reachable is not known: " + reason + "\n";
        });
    return out.toString();
  }
}
