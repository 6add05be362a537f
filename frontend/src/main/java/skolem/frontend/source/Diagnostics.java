package skolem.frontend.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a front-end stage reports what it finds, so that one run tells of all of it.
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();

  public void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public void error(Code code, Span span, String message) {
    report(Diagnostic.error(code, span, message));
  }

  /// How many were reported.
  public int size() {
    return found.size();
  }

  /// Adds a note to each diagnostic from the index on that lies in another file than the note.
  public void annotate(int from, Span place, String note) {
    for (int i = from; i < found.size(); i++) {
      Diagnostic diagnostic = found.get(i);
      if (diagnostic.span().file() != place.file()) {
        found.set(i, diagnostic.with(place, note));
      }
    }
  }

  /// Puts the diagnostics in the order of the text, file by file.
  public void arrange() {
    Map<SourceFile, Integer> files = new HashMap<>();
    found.forEach(diagnostic -> files.putIfAbsent(diagnostic.span().file(), files.size()));
    found.sort(
        Comparator.<Diagnostic>comparingInt(
                diagnostic -> files.getOrDefault(diagnostic.span().file(), 0))
            .thenComparingInt(diagnostic -> diagnostic.span().start()));
  }

  public boolean hasErrors() {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /// All that was reported, in order.
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
