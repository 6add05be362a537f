package skolem.frontend.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A named text and the offsets at which its lines begin.
public final class SourceFile {
  /// A file of no text, for values that come from nowhere (the command line, built-in operators).
  public static final SourceFile NONE = new SourceFile("", "");

  private final String path;
  private final String text;
  private final int[] lineStarts;
  private final @Nullable SpanMap origins;

  /// @param path how the file is named to the user
  /// @param text its whole content; lines end with `\n`, `\r\n` or `\r`
  public SourceFile(String path, String text) {
    this(path, text, null);
  }

  private SourceFile(String path, String text, @Nullable SpanMap origins) {
    this.path = path;
    this.text = text;
    this.origins = origins;
    this.lineStarts = lineStarts(text);
  }

  /// A text made from this file's, whose places are shown to the user as places of the original.
  public SourceFile rewritten(String newText, SpanMap newOrigins) {
    return new SourceFile(path, newText, newOrigins);
  }

  /// The place of the characters `start` to `end`: in the original where this text was made from
  /// one.
  public Span span(int start, int end) {
    return origins == null ? new Span(this, start, end) : origins.original(start, end);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /// The 1-based line that holds the character at `offset`.
  public int line(int offset) {
    int index = Arrays.binarySearch(lineStarts, offset);
    return index >= 0 ? index + 1 : -index - 1;
  }

  /// The 1-based column of the character at `offset`, counted in UTF-16 units.
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /// The text of the 1-based `line`, without its end.
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    return text.substring(start, end).stripTrailing();
  }

  @Override
  public String toString() {
    return path;
  }

  /// Files of the same name and text are the same: a place in one is a place in the other.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SourceFile that && path.equals(that.path) && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
