package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// TLA+ text laid out in lines and columns; the leftmost column is 0, and so is the first line.
///
/// Pieces are joined side by side and one above the other without disturbing the alignment inside
/// them, which carries meaning in junction lists.
record Fragment(List<Token> tokens) {
  static final Fragment EMPTY = new Fragment(List.of());

  Fragment {
    tokens = List.copyOf(tokens);
  }

  /// Tokens of an algorithm, moved to the origin.
  static Fragment of(List<Token> source) {
    if (source.isEmpty()) {
      return EMPTY;
    }
    int left = leftmost(source);
    int top = source.getFirst().line();
    return new Fragment(source.stream().map(t -> t.moved(-top, -left)).toList());
  }

  /// One line that no substitution touches.
  static Fragment of(String text, Span account) {
    return new Fragment(List.of(new Token(Token.Kind.FIXED, text, 0, 0, account)));
  }

  static Fragment of(Token.Kind kind, String text, Span account) {
    return new Fragment(List.of(new Token(kind, text, 0, 0, account)));
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  boolean isSingle(String word) {
    return tokens.size() == 1 && tokens.getFirst().is(word);
  }

  /// Whether it is on one line, of at most so many columns.
  boolean isShort(int width) {
    Token last = tokens.getLast();
    return last.line() == 0 && last.endColumn() <= width;
  }

  /// This with no more than one empty line between two others.
  Fragment withoutGaps() {
    List<Token> result = new ArrayList<>(tokens.size());
    int surplus = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int lines = i == 0 ? 0 : tokens.get(i).line() - tokens.get(i - 1).line();
      surplus += Math.max(0, lines - 2);
      result.add(tokens.get(i).moved(-surplus, 0));
    }
    return new Fragment(result);
  }

  /// The place of the whole.
  Span span() {
    Span first = tokens.getFirst().span();
    Span last = tokens.getLast().span();
    return last.file() == first.file() && last.start() >= first.start() ? first.to(last) : first;
  }

  /// This with `next` to the right of its end.
  Fragment then(Fragment next) {
    if (tokens.isEmpty() || next.isEmpty()) {
      return tokens.isEmpty() ? next : this;
    }
    List<Token> joined = new ArrayList<>(tokens);
    Token last = tokens.getLast();
    next.tokens.forEach(t -> joined.add(t.moved(last.line(), last.endColumn())));
    return new Fragment(joined);
  }

  /// This with `text` at its end, on account of what stands there.
  Fragment then(String text) {
    return then(of(text, tokens.getLast().span()));
  }

  /// This with `next` below it, `indent` columns to the right.
  Fragment above(Fragment next, int indent) {
    if (tokens.isEmpty()) {
      return next;
    }
    List<Token> joined = new ArrayList<>(tokens);
    int line = tokens.getLast().line() + 1;
    next.tokens.forEach(t -> joined.add(t.moved(line, indent)));
    return new Fragment(joined);
  }

  /// `/\ a` above `/\ b`: the list of these under the bullet; a single one stands alone.
  static Fragment junction(String bullet, List<Fragment> items) {
    return items.size() == 1 ? items.getFirst() : list(bullet, items);
  }

  /// The list of these under the bullet, also where there is one only.
  static Fragment list(String bullet, List<Fragment> items) {
    Fragment all = EMPTY;
    for (Fragment item : items) {
      Span account = item.tokens.getFirst().span();
      all = all.above(of(bullet + " ", account).then(item), 0);
    }
    return all;
  }

  /// This with some tokens replaced; the lines keep their alignment to what they were aligned to.
  ///
  /// @param replacement of the token with this index, null where it stays
  Fragment replaced(IntFunction<@Nullable Fragment> replacement) {
    List<Token> result = new ArrayList<>(tokens.size());
    int[] columns = new int[tokens.size()];
    int line = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token before = i == 0 ? null : tokens.get(i - 1);
      if (before == null) {
        columns[i] = token.column();
      } else if (before.line() == token.line()) {
        columns[i] = result.getLast().endColumn() + token.column() - before.endColumn();
      } else {
        line += token.line() - before.line();
        columns[i] = aligned(i, columns);
      }
      Fragment instead = replacement.apply(i);
      if (instead == null) {
        result.add(new Token(token.kind(), token.text(), line, columns[i], token.span()));
      } else {
        for (Token part : instead.tokens) {
          result.add(part.moved(line, columns[i]));
        }
        line = result.getLast().line();
      }
    }
    return of(result);
  }

  /// The new column of the first token of a line: as far from the nearest token above that does not
  /// lie to its right as it was.
  private int aligned(int index, int[] columns) {
    Token token = tokens.get(index);
    for (int i = index - 1; i >= 0; i--) {
      if (tokens.get(i).line() < token.line() && tokens.get(i).column() <= token.column()) {
        return columns[i] + token.column() - tokens.get(i).column();
      }
    }
    return token.column();
  }

  /// Whether the token names something here, and is not the field of a record or part of a path.
  boolean isUse(int index) {
    String before = index == 0 ? "" : tokens.get(index - 1).text();
    String after = index + 1 == tokens.size() ? "" : tokens.get(index + 1).text();
    return !before.equals(".")
        && !before.equals("!")
        && !((after.equals("|->") || after.equals(":"))
            && (before.equals("[") || before.equals(","))
            && opening(index).equals("["));
  }

  /// The bracket that encloses the token, or nothing.
  private String opening(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      String text = tokens.get(i).text();
      if (Brackets.closes(text)) {
        depth++;
      } else if (Brackets.opens(text) && depth-- == 0) {
        return text;
      }
    }
    return "";
  }

  private static int leftmost(List<Token> tokens) {
    return tokens.stream().mapToInt(Token::column).min().orElse(0);
  }
}
