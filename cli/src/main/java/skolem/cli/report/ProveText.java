package skolem.cli.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Trace;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.ProofRequest;

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
    return "Proving that "
        + request.invariant().name()
        + " is inductive"
        + implies
        + " in "
        + specification;
  }

  /// The line for an obligation that is done.
  public static String cell(Cell cell) {
    String verdict =
        switch (cell.finding()) {
          case Cell.Finding.Proved(var core) ->
              core.isEmpty() ? "proved" : "proved with " + String.join(", ", core);
          case Cell.Finding.Broken _ -> "BROKEN";
          case Cell.Finding.Undecided(var reason) -> "undecided: " + reason;
        };
    return String.format(
        Locale.ROOT,
        "  %-16s %-16s %7s  %s",
        cell.column(),
        cell.lemma().name(),
        RunTimes.seconds(cell.time()),
        verdict);
  }

  /// The verdict, the matrix, and the counterexamples.
  public static String result(VerdictMatrix matrix, ProofRequest request, Duration time) {
    StringBuilder out = new StringBuilder();
    out.append("Verdict: ").append(headline(matrix, request)).append('\n');
    matrix(matrix, out);
    for (String vacuous : matrix.vacuous()) {
      out.append("Vacuous: ").append(vacuous).append('\n');
    }
    if (matrix.isProved() && request.onlyAction() == null && request.onlyLemma() == null) {
      List<String> unneeded = matrix.unneeded().stream().map(Lemma::name).toList();
      if (!unneeded.isEmpty()) {
        out.append("No other obligation needs: ").append(String.join(", ", unneeded)).append('\n');
      }
    }
    for (Cell cell : matrix.cells()) {
      if (cell.finding() instanceof Cell.Finding.Broken(var trace, var fault, var reach)) {
        broken(cell, trace, fault, reach, out);
      }
    }
    return out.append("Time: ").append(RunTimes.seconds(time)).append('\n').toString();
  }

  private static String headline(VerdictMatrix matrix, ProofRequest request) {
    String name = request.invariant().name();
    long broken =
        matrix.cells().stream().filter(c -> c.finding() instanceof Cell.Finding.Broken).count();
    if (broken > 0) {
      return name
          + " is not inductive: "
          + broken
          + " of "
          + matrix.cells().size()
          + " obligations are broken";
    }
    if (!matrix.isProved()) {
      return "undecided";
    }
    return request.onlyAction() == null && request.onlyLemma() == null
        ? name + inductive(request)
        : "the obligations asked for are proved";
  }

  private static String inductive(ProofRequest request) {
    return request.maxSequence() == null
        ? " is inductive and holds at every depth"
        : " is inductive among states whose sequences have at most "
            + request.maxSequence()
            + " elements; nothing is said of longer ones";
  }

  private static void matrix(VerdictMatrix matrix, StringBuilder out) {
    List<String> columns = new ArrayList<>();
    matrix.cells().stream()
        .map(Cell::column)
        .filter(c -> !c.equals(Cell.IMPLICATION) && !c.equals(Cell.DEFINED))
        .distinct()
        .forEach(columns::add);
    int width = matrix.lemmas().stream().mapToInt(l -> l.name().length()).max().orElse(0);
    out.append("  ").append(" ".repeat(width)).append("  ");
    out.append(String.join("  ", columns)).append('\n');
    for (Lemma lemma : matrix.lemmas()) {
      StringBuilder row = new StringBuilder("  ").append(lemma.name());
      row.append(" ".repeat(width - lemma.name().length())).append("  ");
      boolean any = false;
      for (String column : columns) {
        String mark = mark(matrix, lemma, column);
        any |= !mark.isBlank();
        row.append(mark).append(" ".repeat(Math.max(0, column.length() + 2 - mark.length())));
      }
      if (any) {
        out.append(row.toString().stripTrailing()).append('\n');
      }
    }
  }

  private static String mark(VerdictMatrix matrix, Lemma lemma, String column) {
    for (Cell cell : matrix.cells()) {
      if (cell.column().equals(column) && cell.lemma().name().equals(lemma.name())) {
        return switch (cell.finding()) {
          case Cell.Finding.Proved _ -> "ok";
          case Cell.Finding.Broken _ -> "BROKEN";
          case Cell.Finding.Undecided _ -> "?";
        };
      }
    }
    return "";
  }

  private static void broken(
      Cell cell, Trace trace, Fault fault, Cell.Reach reach, StringBuilder out) {
    out.append('\n');
    out.append(
        switch (cell.column()) {
          case Cell.INITIATION -> "An initial state violates ";
          case Cell.IMPLICATION -> "A state within the invariant violates ";
          case Cell.DEFINED -> "A state within the invariant in which Next has no value: ";
          default -> "Counterexample to induction for " + cell.column() + " and ";
        });
    out.append(cell.lemma().name()).append(": ").append(cell.lemma().text()).append('\n');
    out.append(TraceText.of(trace));
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
  }
}
