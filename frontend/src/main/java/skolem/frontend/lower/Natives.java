package skolem.frontend.lower;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Builtin;

/// Which operators of the standard modules, and of the language itself, the engines know.
final class Natives {
  private static final Map<String, Builtin> MODULE =
      Map.ofEntries(
          Map.entry("Nat", Builtin.NATURALS),
          Map.entry("Int", Builtin.INTEGERS),
          Map.entry("Real", Builtin.REALS),
          Map.entry("Infinity", Builtin.INFINITY),
          Map.entry("+", Builtin.PLUS),
          Map.entry("-", Builtin.MINUS),
          Map.entry("-.", Builtin.NEGATE),
          Map.entry("*", Builtin.TIMES),
          Map.entry("\\div", Builtin.DIVIDE),
          Map.entry("%", Builtin.MODULO),
          Map.entry("^", Builtin.POWER),
          Map.entry("/", Builtin.RATIO),
          Map.entry("<", Builtin.LESS),
          Map.entry("<=", Builtin.LESS_EQUAL),
          Map.entry(">", Builtin.GREATER),
          Map.entry(">=", Builtin.GREATER_EQUAL),
          Map.entry("..", Builtin.RANGE),
          Map.entry("Seq", Builtin.SEQUENCES),
          Map.entry("Len", Builtin.LEN),
          Map.entry("Head", Builtin.HEAD),
          Map.entry("Tail", Builtin.TAIL),
          Map.entry("Append", Builtin.APPEND),
          Map.entry("\\o", Builtin.CONCAT),
          Map.entry("SubSeq", Builtin.SUB_SEQ),
          Map.entry("SelectSeq", Builtin.SELECT_SEQ),
          Map.entry("Cardinality", Builtin.CARDINALITY),
          Map.entry("IsFiniteSet", Builtin.IS_FINITE_SET),
          Map.entry(":>", Builtin.SINGLE_MAP),
          Map.entry("@@", Builtin.OVERRIDE),
          Map.entry("Permutations", Builtin.PERMUTATIONS),
          Map.entry("SortSeq", Builtin.SORT_SEQ),
          Map.entry("Assert", Builtin.ASSERT),
          Map.entry("Print", Builtin.PRINT),
          Map.entry("PrintT", Builtin.PRINT_T),
          Map.entry("ToString", Builtin.TO_STRING),
          Map.entry("TLCEval", Builtin.EVALUATE),
          Map.entry("RandomElement", Builtin.RANDOM_ELEMENT),
          Map.entry("JavaTime", Builtin.JAVA_TIME),
          Map.entry("TLCGet", Builtin.TLC_GET),
          Map.entry("TLCSet", Builtin.TLC_SET),
          Map.entry("Any", Builtin.ANY),
          Map.entry("FoldValues", Builtin.FOLD_SET),
          Map.entry("FoldFromLeft", Builtin.FOLD_LEFT),
          Map.entry("FoldFromRight", Builtin.FOLD_RIGHT),
          Map.entry("IsBag", Builtin.IS_BAG),
          Map.entry("AsBag", Builtin.AS_BAG),
          Map.entry("NotSupported", Builtin.UNSUPPORTED),
          Map.entry(":=", Builtin.EQUAL));

  private static final Map<String, Builtin> LANGUAGE =
      Map.ofEntries(
          Map.entry("~", Builtin.NOT),
          Map.entry("<=>", Builtin.EQUIVALENT),
          Map.entry("=", Builtin.EQUAL),
          Map.entry("#", Builtin.NOT_EQUAL),
          Map.entry("\\in", Builtin.IN),
          Map.entry("\\notin", Builtin.NOT_IN),
          Map.entry("\\subseteq", Builtin.SUBSET_EQ),
          Map.entry("\\cup", Builtin.CUP),
          Map.entry("\\cap", Builtin.CAP),
          Map.entry("\\", Builtin.SET_MINUS),
          Map.entry("UNION", Builtin.BIG_UNION),
          Map.entry("SUBSET", Builtin.POWER_SET),
          Map.entry("STRING", Builtin.STRINGS),
          Map.entry("DOMAIN", Builtin.DOMAIN));

  private Natives() {}

  /// The builtin that one of our modules declares under this name, or null.
  static @Nullable Builtin ofModule(String name) {
    return MODULE.get(name);
  }

  /// The builtin that the language itself has under this symbol, or null.
  static @Nullable Builtin ofLanguage(String symbol) {
    return LANGUAGE.get(symbol);
  }
}
