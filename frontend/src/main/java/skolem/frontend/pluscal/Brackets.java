package skolem.frontend.pluscal;

import java.util.Map;

/// The brackets of TLA+.
final class Brackets {
  private static final Map<String, String> CLOSING =
      Map.of("(", ")", "[", "]", "{", "}", "<<", ">>", "⟨", "⟩");

  private Brackets() {}

  static boolean opens(String symbol) {
    return CLOSING.containsKey(symbol);
  }

  static boolean closes(String symbol) {
    return CLOSING.containsValue(symbol);
  }

  static boolean match(String opening, String closing) {
    return closing.equals(CLOSING.get(opening));
  }
}
