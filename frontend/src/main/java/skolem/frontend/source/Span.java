package skolem.frontend.source;

/// A stretch of a source file: characters `start` (inclusive) to `end` (exclusive).
///
/// Spans never take part in the equality of what carries them by intent: tests compare printed
/// forms.
public record Span(SourceFile file, int start, int end) {
  /// The place of what has no place.
  public static final Span NONE = new Span(SourceFile.NONE, 0, 0);

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /// The smallest span that covers this one and `other`, which lies in the same file.
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  public int line() {
    return file.line(start);
  }

  public int column() {
    return file.column(start);
  }

  /// The characters covered.
  public String text() {
    return file.text().substring(start, end);
  }

  /// `file:line:column`, or nothing for [#NONE].
  @Override
  public String toString() {
    return file == SourceFile.NONE ? "" : file.path() + ":" + line() + ":" + column();
  }
}
