package skolem.frontend.source;

import java.util.List;

/// One thing that is wrong, where, and what else helps to understand it.
public record Diagnostic(
    Code code, Severity severity, Span span, String message, List<Note> notes) {

  /// A remark that points at another place or, with [Span#NONE], at none.
  public record Note(Span span, String message) {}

  public Diagnostic {
    notes = List.copyOf(notes);
  }

  public static Diagnostic error(Code code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, span, message, List.of());
  }

  public static Diagnostic warning(Code code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, span, message, List.of());
  }

  /// This diagnostic with one more note.
  public Diagnostic with(Span place, String note) {
    List<Note> more = new java.util.ArrayList<>(notes);
    more.add(new Note(place, note));
    return new Diagnostic(code, severity, span, message, more);
  }
}
