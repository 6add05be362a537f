package skolem.frontend.random;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// A text that grows by words, with random space, ends of lines and comments between them, and
/// random spellings of operators. No word gets left of where the list around it allows.
final class Sheet {
  private static final Map<String, List<String>> SPELLINGS =
      Map.ofEntries(
          Map.entry("/\\", List.of("/\\", "\\land")),
          Map.entry("\\/", List.of("\\/", "\\lor")),
          Map.entry("=>", List.of("=>", "⇒")),
          Map.entry("<=>", List.of("<=>", "\\equiv", "≡")),
          Map.entry("#", List.of("#", "/=", "≠")),
          Map.entry("~", List.of("~", "\\lnot", "\\neg", "¬")),
          Map.entry("-.", List.of("-")),
          Map.entry("\\in", List.of("\\in", "∈")),
          Map.entry("\\notin", List.of("\\notin", "∉")),
          Map.entry("\\subseteq", List.of("\\subseteq", "⊆")),
          Map.entry("\\cup", List.of("\\cup", "\\union", "∪")),
          Map.entry("\\cap", List.of("\\cap", "\\intersect", "∩")),
          Map.entry("\\X", List.of("\\X", "\\times", "×")),
          Map.entry("<=", List.of("<=", "=<", "\\leq", "≤")),
          Map.entry(">=", List.of(">=", "\\geq", "≥")),
          Map.entry("..", List.of("..", "‥")),
          Map.entry("\\o", List.of("\\o", "\\circ", "∘")),
          Map.entry("(+)", List.of("(+)", "\\oplus", "⊕")),
          Map.entry("[]", List.of("[]", "□")),
          Map.entry("<>", List.of("<>", "◇")),
          Map.entry("~>", List.of("~>", "↝")),
          Map.entry("<<", List.of("<<", "⟨")),
          Map.entry(">>", List.of(">>", "⟩")),
          Map.entry("|->", List.of("|->", "↦")),
          Map.entry("->", List.of("->", "→")),
          Map.entry("==", List.of("==", "≜")),
          Map.entry("\\A", List.of("\\A", "\\forall", "∀")),
          Map.entry("\\E", List.of("\\E", "\\exists", "∃")),
          Map.entry("'", List.of("'", "′")));

  private static final List<String> COMMENTS =
      List.of("(* c *)", "(* (* nested *) ==== *)", "\\* line /\\ x\n", "(* two\n lines *)");

  private final Choice choice;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Integer> least = new ArrayDeque<>();

  Sheet(Choice choice) {
    this.choice = choice;
    least.push(1);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// Adds a word, an operator in any of its spellings.
  Sheet add(String word) {
    return exactly(choice.of(SPELLINGS.getOrDefault(word, List.of(word))));
  }

  /// Adds a word in this spelling.
  Sheet exactly(String word) {
    space();
    text.append(word);
    return this;
  }

  /// Adds what must follow the last word at once.
  Sheet append(String word) {
    text.append(word);
    return this;
  }

  private void space() {
    switch (choice.below(12)) {
      case 0 -> line(column(least.peek()));
      case 1 -> {
        text.append(' ').append(choice.of(COMMENTS));
        line(column(least.peek()));
      }
      default -> {
        if (column() < least.peek()) {
          line(least.peek());
        }
        text.append(choice.oneIn(8) ? "   " : " ");
      }
    }
  }

  private int column(int from) {
    return from + choice.below(6);
  }

  /// The column that the next character gets.
  private int column() {
    int line = text.lastIndexOf("\n") + 1;
    return text.codePointCount(line, text.length()) + 1;
  }

  /// Begins a line at the column.
  private void line(int column) {
    text.append('\n').repeat(' ', column - 1);
  }

  // ── Bulleted lists ──────────────────────────────────────────────────────────────────────────

  /// Begins a list; what is added until its end stands right of its bullets.
  ///
  /// @return the column of its bullets
  int beginList() {
    space();
    int column = column();
    least.push(column + 1);
    return column;
  }

  void bullet(int column, String bullet) {
    if (column() != column) {
      line(column);
    }
    text.append(bullet);
  }

  void endList() {
    least.pop();
  }

  /// Ends the list by a word at the left of its items, as an operator after it must stand.
  void addAfterList(int column, String word) {
    int free = column - least.peek() + 1;
    line(least.peek() + choice.below(free));
    text.append(word);
  }
}
