package skolem.cli.report;

import java.util.List;
import java.util.Locale;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Diagnostics for people: what is wrong, where, the source line with a caret, and what helps.
public final class DiagnosticText {
  private DiagnosticText() {}

  public static String of(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      one(diagnostic, out);
    }
    return out.toString();
  }

  private static void one(Diagnostic diagnostic, StringBuilder out) {
    out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
        .append('[')
        .append(diagnostic.code().id())
        .append("]: ")
        .append(diagnostic.message())
        .append('\n');
    places(diagnostic, out);
  }

  /// The message, the place and the notes alone.
  static String withoutCode(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(diagnostic.message()).append('\n');
    places(diagnostic, out);
    return out.toString();
  }

  private static void places(Diagnostic diagnostic, StringBuilder out) {
    place(diagnostic.span(), out);
    for (Diagnostic.Note note : diagnostic.notes()) {
      out.append("  = ").append(note.message()).append('\n');
      place(note.span(), out);
    }
  }

  private static void place(Span span, StringBuilder out) {
    if (span.file() == SourceFile.NONE) {
      return;
    }
    out.append("  --> ").append(span).append('\n');
    String number = Integer.toString(span.line());
    String margin = " ".repeat(number.length());
    String line = span.file().lineText(span.line());
    int column = span.column() - 1;
    int width = Math.max(1, Math.min(span.end() - span.start(), line.length() - column));
    String before = line.substring(0, Math.min(column, line.length())).replaceAll("[^\t]", " ");
    out.append(margin).append(" |\n");
    out.append(number).append(" | ").append(line).append('\n');
    out.append(margin).append(" | ").append(before).append("^".repeat(width)).append('\n');
  }
}
