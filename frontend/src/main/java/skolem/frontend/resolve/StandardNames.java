package skolem.frontend.resolve;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the best-known names live, so that a message can say which module to extend.
final class StandardNames {
  private static final Map<String, String> HOME =
      Map.ofEntries(
          Map.entry("+", "Naturals"),
          Map.entry("-", "Naturals"),
          Map.entry("*", "Naturals"),
          Map.entry("^", "Naturals"),
          Map.entry("<", "Naturals"),
          Map.entry(">", "Naturals"),
          Map.entry("<=", "Naturals"),
          Map.entry(">=", "Naturals"),
          Map.entry("..", "Naturals"),
          Map.entry("%", "Naturals"),
          Map.entry("\\div", "Naturals"),
          Map.entry("Nat", "Naturals"),
          Map.entry("Int", "Integers"),
          Map.entry("-.", "Integers"),
          Map.entry("Seq", "Sequences"),
          Map.entry("Len", "Sequences"),
          Map.entry("Head", "Sequences"),
          Map.entry("Tail", "Sequences"),
          Map.entry("Append", "Sequences"),
          Map.entry("SubSeq", "Sequences"),
          Map.entry("SelectSeq", "Sequences"),
          Map.entry("\\o", "Sequences"),
          Map.entry("Cardinality", "FiniteSets"),
          Map.entry("IsFiniteSet", "FiniteSets"),
          Map.entry("Assert", "TLC"),
          Map.entry("Print", "TLC"),
          Map.entry("PrintT", "TLC"),
          Map.entry("Permutations", "TLC"),
          Map.entry(":>", "TLC"),
          Map.entry("@@", "TLC"));

  private StandardNames() {}

  static @Nullable String moduleOf(String name) {
    return HOME.get(name);
  }
}
