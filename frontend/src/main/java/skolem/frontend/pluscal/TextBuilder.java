package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.source.SpanMap;

/// Collects a text of which each part is copied from a file or written on account of a place in it.
final class TextBuilder {
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final String lineEnd;

  private record Piece(int start, int end, Span span, boolean copied) {}

  TextBuilder(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  TextBuilder copy(SourceFile file, int start, int end) {
    pieces.add(
        new Piece(text.length(), text.length() + end - start, new Span(file, start, end), true));
    text.append(file.text(), start, end);
    return this;
  }

  TextBuilder write(String words, Span account) {
    pieces.add(new Piece(text.length(), text.length() + words.length(), account, false));
    text.append(words);
    return this;
  }

  TextBuilder endLine() {
    text.append(lineEnd);
    return this;
  }

  /// Writes the fragment and ends its last line.
  TextBuilder write(Fragment fragment) {
    List<Token> tokens = fragment.tokens();
    int column = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean endsLine = i + 1 == tokens.size() || tokens.get(i + 1).line() > token.line();
      int lines = i == 0 ? 0 : token.line() - tokens.get(i - 1).line();
      if (lines > 0) {
        text.append(lineEnd.repeat(lines));
        column = 0;
      }
      text.append(" ".repeat(token.column() - column));
      write(endsLine ? token.text().stripTrailing() : token.text(), token.span());
      column = token.endColumn();
    }
    return endLine();
  }

  TextBuilder append(TextBuilder other) {
    int shift = text.length();
    other.pieces.forEach(
        p -> pieces.add(new Piece(p.start + shift, p.end + shift, p.span, p.copied)));
    text.append(other.text);
    return this;
  }

  boolean endsInsideLine() {
    return !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
  }

  String text() {
    return text.toString();
  }

  SpanMap origins() {
    SpanMap.Builder origins = new SpanMap.Builder();
    for (Piece piece : pieces) {
      if (piece.copied) {
        origins.copied(piece.start, piece.end, piece.span);
      } else {
        origins.written(piece.start, piece.end, piece.span);
      }
    }
    return origins.build();
  }
}
