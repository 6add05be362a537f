package skolem.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;

/// The matrix of conjuncts and actions, with what is known of each pair so far. For induction over
/// several states, a pair stands for several obligations, and shows the worst.
public final class ProofGrid {
  /// What is shown of a pair, the later the worse.
  private enum Mark {
    WAITING("."),
    ASKED("..."),
    PROVED("ok"),
    UNDECIDED("?"),
    BROKEN("BROKEN");

    private final String text;

    Mark(String text) {
      this.text = text;
    }
  }

  private record Place(String column, String conjunct) {}

  private final SequencedSet<String> columns = new LinkedHashSet<>();
  private final SequencedSet<String> conjuncts = new LinkedHashSet<>();
  private final Map<Place, Mark> marks = new LinkedHashMap<>();

  /// A grid of what is to be shown.
  public ProofGrid(List<Obligation> obligations) {
    obligations.forEach(o -> mark(o.column(), o.lemma(), Mark.WAITING));
  }

  /// The grid at the end of a proof, a line for each conjunct below the names of the columns.
  static String of(VerdictMatrix matrix) {
    ProofGrid grid = new ProofGrid(List.of());
    matrix.cells().forEach(grid::done);
    return String.join("\n", grid.lines()) + "\n";
  }

  /// Some worker turns to an obligation.
  public void asks(Obligation obligation) {
    mark(obligation.column(), obligation.lemma(), Mark.ASKED);
  }

  public void done(Cell cell) {
    mark(
        cell.column(),
        cell.lemma(),
        switch (cell.finding()) {
          case Cell.Finding.Proved _ -> Mark.PROVED;
          case Cell.Finding.Undecided _ -> Mark.UNDECIDED;
          case Cell.Finding.Broken _ -> Mark.BROKEN;
        });
  }

  private void mark(String column, Lemma lemma, Mark mark) {
    if (column.equals(Cell.IMPLICATION) || column.equals(Cell.DEFINED) || isDefinedness(lemma)) {
      return;
    }
    columns.add(column);
    conjuncts.add(lemma.name());
    marks.merge(
        new Place(column, lemma.name()), mark, (old, now) -> old.compareTo(now) < 0 ? now : old);
  }

  /// Whether an obligation is about the next-state relation, and no conjunct.
  private static boolean isDefinedness(Lemma lemma) {
    return lemma.name().equals(Cell.DEFINED);
  }

  public List<String> lines() {
    int width = conjuncts.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder(padded("", width));
    columns.forEach(column -> header.append(padded(column, columnWidth(column))));
    lines.add(header.toString().stripTrailing());
    for (String conjunct : conjuncts) {
      StringBuilder row = new StringBuilder(padded(conjunct, width));
      for (String column : columns) {
        Mark mark = marks.get(new Place(column, conjunct));
        row.append(padded(mark == null ? "" : mark.text, columnWidth(column)));
      }
      lines.add(row.toString().stripTrailing());
    }
    return lines;
  }

  private static int columnWidth(String column) {
    return Math.max(column.length(), Mark.BROKEN.text.length());
  }

  /// The text after two blanks, and as wide as is asked for.
  private static String padded(String text, int width) {
    return "  " + text + " ".repeat(width - text.length());
  }
}
