package skolem.frontend.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import skolem.frontend.source.SourceFile;

/// A source text as ANTLR reads it: indexes are offsets in UTF-16 units, as in spans.
final class Characters implements CharStream {
  private final SourceFile file;
  private final String text;
  private int index;

  Characters(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }

  @Override
  public void consume() {
    index++;
  }

  @Override
  public int LA(int i) {
    int offset = i > 0 ? index + i - 1 : index + i;
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : IntStream.EOF;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int offset) {
    index = offset;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return file.path();
  }
}
