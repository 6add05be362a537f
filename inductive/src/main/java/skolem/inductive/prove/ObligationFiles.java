package skolem.inductive.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import skolem.encoder.formula.Formula;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.Goal;
import skolem.inductive.encode.Hypothesis;
import skolem.inductive.matrix.Cell;
import skolem.solver.sat.ClauseFile;
import skolem.solver.sat.UnboundedTermException;
import skolem.solver.session.Budget;
import skolem.solver.smt.SmtLibFile;

/// Writes obligations for other solvers to check: as clauses in DIMACS, with a DRAT proof where one
/// is found, or in SMT-LIB where integers or choices have no clauses. What is written is
/// contradictory exactly where the obligation is proved.
final class ObligationFiles {
  private static final Budget PROOF = Budget.of(Duration.ofSeconds(60));

  private final Path folder;
  private final Set<String> names = new HashSet<>();

  /// @throws RejectedException where the folder cannot be made
  ObligationFiles(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException _) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "the folder " + folder + " cannot be made");
    }
  }

  void write(Column column, Goal goal, Cell.Finding finding) {
    boolean proved = finding instanceof Cell.Finding.Proved;
    List<Hypothesis> used =
        column.hypotheses().stream()
            .filter(h -> !proved || ((Cell.Finding.Proved) finding).core().contains(h.name()))
            .toList();
    List<Formula> asserted = new ArrayList<>(column.given());
    used.forEach(h -> asserted.add(h.formula()));
    asserted.add(goal.bad());
    List<String> comments = comments(column, goal, used, finding);
    String name = unique(column.name() + "-" + goal.lemma().name());
    try {
      try {
        ClauseFile clauses = ClauseFile.of(column.formulas(), asserted);
        clauses.write(folder.resolve(name + ".cnf"), comments);
        if (proved) {
          clauses.prove(folder.resolve(name + ".drat"), PROOF);
        }
      } catch (UnboundedTermException _) {
        SmtLibFile.write(folder.resolve(name + ".smt2"), asserted, comments);
      }
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "an obligation cannot be written: " + e.getMessage());
    }
  }

  private static List<String> comments(
      Column column, Goal goal, List<Hypothesis> used, Cell.Finding finding) {
    String conjunct = goal.lemma().name();
    String hypotheses =
        used.isEmpty()
            ? "the bounds of the variables"
            : used.stream().map(Hypothesis::name).collect(Collectors.joining(" /\\ "));
    String meaning =
        switch (column.name()) {
          case Cell.INITIATION -> "Init => " + conjunct;
          case Cell.IMPLICATION -> hypotheses + " => " + conjunct;
          case Cell.DEFINED ->
              hypotheses
                  + " => "
                  + (conjunct.equals(Cell.DEFINED) ? "Next" : conjunct)
                  + " has a value";
          default -> hypotheses + " /\\ " + column.name() + " => " + conjunct + "'";
        };
    return List.of(
        meaning,
        conjunct + " is " + goal.lemma().text(),
        "what is asserted here is the negation: unsatisfiable means proved",
        switch (finding) {
          case Cell.Finding.Proved _ -> "expected: unsatisfiable";
          case Cell.Finding.Broken _ -> "expected: satisfiable";
          case Cell.Finding.Undecided _ -> "expected: not known";
        });
  }

  private synchronized String unique(String name) {
    String plain = name.replace("=>", "implies").replaceAll("[^A-Za-z0-9_.-]+", "-");
    String unique = plain;
    for (int i = 2; !names.add(unique); i++) {
      unique = plain + "-" + i;
    }
    return unique;
  }
}
