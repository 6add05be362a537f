package skolem.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.cli.report.ProofGrid;
import skolem.cli.report.ProveText;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;
import skolem.inductive.prove.ProofListener;

/// Shows how a proof goes on: a line for each obligation that is done. On a terminal, the matrix
/// stands below these lines and fills up, as far as there is room for it; elsewhere, a line every
/// few seconds says what takes long.
final class ProofDisplay implements ProofListener, AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(250);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);
  private static final String ERASE_BELOW = "\r\u001b[J";

  private final @Nullable PrintWriter out;
  private final @Nullable Terminal terminal;
  private final Thread heart = new Thread(this::beat, "heartbeat");
  private final SequencedMap<Obligation, Long> asked = new LinkedHashMap<>();
  private ProofGrid grid = new ProofGrid(List.of());
  private List<Obligation> all = List.of();
  private final List<Cell> done = new ArrayList<>();
  private int liveRows;
  private long lastShown = System.nanoTime();
  private boolean closed;

  /// @param out null to show nothing
  /// @param terminal null where `out` is none
  ProofDisplay(@Nullable PrintWriter out, @Nullable Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
    heart.setDaemon(true);
    if (out != null) {
      heart.start();
    }
  }

  @Override
  public synchronized void begins(List<Obligation> obligations) {
    grid = new ProofGrid(obligations);
    all = List.copyOf(obligations);
    done.clear();
    asked.clear();
    lastShown = System.nanoTime();
  }

  @Override
  public synchronized void asks(Obligation obligation) {
    grid.asks(obligation);
    asked.put(obligation, System.nanoTime());
  }

  @Override
  public synchronized void done(Cell cell) {
    grid.done(cell);
    asked.remove(new Obligation(cell.column(), cell.lemma()));
    done.add(cell);
    println(ProveText.cell(cell, width(Obligation::column), width(o -> o.lemma().name())));
  }

  /// The obligations that are done, and all others with this finding.
  synchronized List<Cell> cells(Cell.Finding otherwise) {
    List<Cell> cells = new ArrayList<>(done);
    List<Obligation> left = new ArrayList<>(all);
    done.forEach(cell -> left.remove(new Obligation(cell.column(), cell.lemma())));
    left.forEach(o -> cells.add(new Cell(o.column(), o.lemma(), otherwise, Duration.ZERO)));
    return cells;
  }

  private int width(Function<Obligation, String> name) {
    return all.stream().mapToInt(o -> name.apply(o).length()).max().orElse(1);
  }

  /// Prints a line above what changes.
  synchronized void println(String line) {
    if (out == null) {
      return;
    }
    boolean wasLive = liveRows > 0;
    erase();
    out.println(line);
    if (wasLive) {
      draw();
    }
    out.flush();
    if (terminal == null) {
      lastShown = System.nanoTime();
    }
  }

  private synchronized void beat() {
    try {
      while (!closed) {
        Duration pause = terminal == null ? ELSEWHERE : ON_TERMINAL;
        wait(pause.toMillis());
        if (!closed && System.nanoTime() - lastShown >= pause.toNanos()) {
          show();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Shows what is being asked now.
  synchronized void show() {
    if (out == null || asked.isEmpty()) {
      return;
    }
    if (terminal == null) {
      out.println(ProveText.asking(done.size(), all.size(), longest(), elapsed()));
    } else {
      erase();
      draw();
    }
    out.flush();
    lastShown = System.nanoTime();
  }

  private Obligation longest() {
    return asked.firstEntry().getKey();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - asked.firstEntry().getValue());
  }

  private void draw() {
    if (out == null || terminal == null) {
      return;
    }
    List<String> lines = new ArrayList<>(grid.lines());
    Terminal room = terminal;
    if (lines.size() + 1 >= room.rows()
        || lines.stream().anyMatch(line -> line.length() >= room.columns())) {
      lines.clear();
    }
    if (!asked.isEmpty()) {
      String status = ProveText.asking(done.size(), all.size(), longest(), elapsed());
      lines.add(status.substring(0, Math.min(status.length(), room.columns() - 1)));
    }
    out.print(String.join("\n", lines));
    liveRows = lines.size();
  }

  /// Takes away what changes; the cursor is then where it began.
  private void erase() {
    if (out != null && liveRows > 0) {
      out.print((liveRows > 1 ? "\u001b[" + (liveRows - 1) + "A" : "") + ERASE_BELOW);
      liveRows = 0;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    erase();
    if (out != null) {
      out.flush();
    }
    notifyAll();
  }
}
