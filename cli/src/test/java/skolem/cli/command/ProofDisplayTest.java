package skolem.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;
import skolem.inductive.obligation.Lemma;

/// The matrix fills up on a terminal, and lines are all there is elsewhere.
class ProofDisplayTest {
  private static final Terminal WIDE = new Terminal(24, 80);
  private static final Lemma TYPES = lemma("TypeOK");
  private static final Lemma MUTEX = lemma("Mutex");

  private final StringWriter printed = new StringWriter();

  private static Lemma lemma(String name) {
    return new Lemma(name, new Expr.And(List.of(), Span.NONE));
  }

  private static List<Obligation> obligations() {
    List<Obligation> all = new ArrayList<>();
    for (String column : List.of(Cell.INITIATION, "Enter")) {
      all.add(new Obligation(column, TYPES));
      all.add(new Obligation(column, MUTEX));
    }
    all.add(new Obligation(Cell.DEFINED, lemma(Cell.DEFINED)));
    return all;
  }

  private static Cell proved(String column, Lemma lemma) {
    return new Cell(
        column,
        lemma,
        new Cell.Finding.Proved(List.of("TypeOK"), Cell.Evidence.SOLVED),
        Duration.ofMillis(1200));
  }

  /// A display after one obligation is done, while another one is asked about.
  private ProofDisplay half(@Nullable Terminal terminal) {
    ProofDisplay display = new ProofDisplay(new PrintWriter(printed), terminal);
    display.begins(obligations());
    display.asks(new Obligation(Cell.INITIATION, TYPES));
    display.show();
    display.done(proved(Cell.INITIATION, TYPES));
    display.asks(new Obligation("Enter", MUTEX));
    display.show();
    return display;
  }

  @Test
  void matrixStandsBelowTheLines() {
    try (ProofDisplay display = half(WIDE)) {
      display.show();
      assertThat(screen())
          .containsExactly(
              "  Init     TypeOK    1.20 s  proved with TypeOK",
              "          Init    Enter",
              "  TypeOK  ok      .",
              "  Mutex   .       ...",
              "  1 of 5 obligations are done; at Enter, Mutex for 0 s");
    }
    assertThat(screen()).containsExactly("  Init     TypeOK    1.20 s  proved with TypeOK");
  }

  @Test
  void whatHasNoRoomIsLeftOut() {
    for (Terminal small : List.of(new Terminal(4, 80), new Terminal(24, 18))) {
      printed.getBuffer().setLength(0);
      half(small).close();
      assertThat(printed.toString()).contains("  1 of 5 obliga").doesNotContain("Init    Enter");
      assertThat(screen()).hasSize(1);
    }
  }

  @Test
  void nothingMovesElsewhere() {
    half(null).close();
    assertThat(printed.toString())
        .isEqualTo(
            """
              0 of 5 obligations are done; at Init, TypeOK for 0 s
              Init     TypeOK    1.20 s  proved with TypeOK
              1 of 5 obligations are done; at Enter, Mutex for 0 s
            """);
  }

  @Test
  void sizeIsReadAsSttyTellsIt() {
    assertThat(Terminal.read("50 132\n")).isEqualTo(new Terminal(50, 132));
    assertThat(Terminal.read("0 0\n")).isEqualTo(WIDE);
    assertThat(Terminal.read("")).isEqualTo(WIDE);
  }

  /// What a terminal shows of all that was printed: it knows line feeds, carriage returns, and the
  /// two sequences for "up" and "erase below".
  private List<String> screen() {
    List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    int column = 0;
    String text = printed.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        row++;
        column = 0;
        if (row == rows.size()) {
          rows.add(new StringBuilder());
        }
      } else if (c == '\r') {
        column = 0;
      } else if (c == '\u001b') {
        int end = i + 2;
        while (Character.isDigit(text.charAt(end))) {
          end++;
        }
        if (text.charAt(end) == 'A') {
          row -= Integer.parseInt(text.substring(i + 2, end));
        } else {
          assertThat(text.charAt(end)).isEqualTo('J');
          rows.get(row).setLength(column);
          rows.subList(row + 1, rows.size()).clear();
        }
        i = end;
      } else {
        StringBuilder line = rows.get(row);
        line.setLength(Math.max(line.length(), column));
        line.replace(column, Math.min(column + 1, line.length()), Character.toString(c));
        column++;
      }
    }
    return rows.stream().map(StringBuilder::toString).filter(r -> !r.isEmpty()).toList();
  }
}
