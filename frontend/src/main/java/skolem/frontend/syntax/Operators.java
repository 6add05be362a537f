package skolem.frontend.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The operator symbols of TLA+: spellings, fixity, precedence range and associativity.
///
/// Source: Lamport, *Specifying Systems*, tables 5 to 8 (sections 15.1 and 15.2), with the
/// additions of TLA+2; but SUBSET, UNION and DOMAIN bind as tightly as in the reference parser, so
/// that `UNION S \cup T` needs no parentheses.
public final class Operators {
  /// @param symbol canonical spelling
  /// @param low least precedence, 0 to 17
  /// @param high greatest precedence; two neighbouring operators whose ranges overlap conflict
  /// @param associative whether `a op b op c` needs no parentheses (it then groups to the left)
  public record Operator(String symbol, Fixity fixity, int low, int high, boolean associative) {}

  private static final Map<String, String> CANONICAL = new HashMap<>();
  private static final Map<String, Operator> PREFIX = new HashMap<>();
  private static final Map<String, Operator> INFIX = new HashMap<>();
  private static final Map<String, Operator> POSTFIX = new HashMap<>();

  static {
    prefix("~", 4, 4, "\\lnot", "\\neg", "¬");
    prefix("ENABLED", 4, 15);
    prefix("UNCHANGED", 4, 15);
    prefix("[]", 4, 15, "□");
    prefix("<>", 4, 15, "◇");
    prefix("SUBSET", 10, 13);
    prefix("UNION", 10, 13);
    prefix("DOMAIN", 10, 13);
    prefix("-.", 12, 12);

    infix("=>", 1, 1, false, "⇒", "⟹");
    infix("-+->", 2, 2, false, "⇸", "⍆");
    infix("<=>", 2, 2, false, "\\equiv", "≡", "⇔", "⟺");
    infix("~>", 2, 2, false, "↝", "⤳");
    infix("/\\", 3, 3, true, "\\land", "∧");
    infix("\\/", 3, 3, true, "\\lor", "∨");
    infix("#", 5, 5, false, "/=", "≠");
    infix("-|", 5, 5, false, "⊣");
    infix("::=", 5, 5, false, "⩴");
    infix(":=", 5, 5, false, "≔");
    infix("<", 5, 5, false);
    infix("=", 5, 5, false);
    infix("=|", 5, 5, false, "⫤");
    infix(">", 5, 5, false);
    infix("\\approx", 5, 5, false, "≈");
    infix("\\asymp", 5, 5, false, "≍");
    infix("\\cong", 5, 5, false, "≅");
    infix("\\doteq", 5, 5, false, "≐");
    infix(">=", 5, 5, false, "\\geq", "≥");
    infix("\\gg", 5, 5, false, "≫");
    infix("\\in", 5, 5, false, "∈");
    infix("<=", 5, 5, false, "=<", "\\leq", "≤");
    infix("\\ll", 5, 5, false, "≪");
    infix("\\notin", 5, 5, false, "∉");
    infix("\\prec", 5, 5, false, "≺");
    infix("\\preceq", 5, 5, false, "⪯");
    infix("\\propto", 5, 5, false, "∝");
    infix("\\sim", 5, 5, false, "∼");
    infix("\\simeq", 5, 5, false, "≃");
    infix("\\sqsubset", 5, 5, false, "⊏");
    infix("\\sqsubseteq", 5, 5, false, "⊑");
    infix("\\sqsupset", 5, 5, false, "⊐");
    infix("\\sqsupseteq", 5, 5, false, "⊒");
    infix("\\subset", 5, 5, false, "⊂");
    infix("\\subseteq", 5, 5, false, "⊆");
    infix("\\succ", 5, 5, false, "≻");
    infix("\\succeq", 5, 5, false, "⪰");
    infix("\\supset", 5, 5, false, "⊃");
    infix("\\supseteq", 5, 5, false, "⊇");
    infix("|-", 5, 5, false, "⊢");
    infix("|=", 5, 5, false, "⊨");
    infix("\\cdot", 5, 14, true, "⋅");
    infix("@@", 6, 6, true);
    infix(":>", 7, 7, false);
    infix("<:", 7, 7, false);
    infix("\\", 8, 8, false);
    infix("\\cap", 8, 8, true, "\\intersect", "∩");
    infix("\\cup", 8, 8, true, "\\union", "∪");
    infix("..", 9, 9, false, "‥");
    infix("...", 9, 9, false, "…");
    infix("!!", 9, 13, false, "‼");
    infix("##", 9, 13, true);
    infix("$", 9, 13, true);
    infix("$$", 9, 13, true);
    infix("??", 9, 13, true, "⁇");
    infix("\\sqcap", 9, 13, true, "⊓");
    infix("\\sqcup", 9, 13, true, "⊔");
    infix("\\uplus", 9, 13, true, "⊎");
    infix("\\wr", 9, 14, false, "≀");
    infix("(+)", 10, 10, true, "\\oplus", "⊕");
    infix("+", 10, 10, true);
    infix("++", 10, 10, true);
    infix("%", 10, 11, false);
    infix("%%", 10, 11, true);
    infix("|", 10, 11, true);
    infix("||", 10, 11, true, "‖");
    infix("(-)", 11, 11, true, "\\ominus", "⊖");
    infix("-", 11, 11, true);
    infix("--", 11, 11, true);
    infix("&", 13, 13, true);
    infix("&&", 13, 13, true);
    infix("(.)", 13, 13, true, "\\odot", "⊙");
    infix("(/)", 13, 13, false, "\\oslash", "⊘");
    infix("(\\X)", 13, 13, true, "\\otimes", "⊗");
    infix("*", 13, 13, true);
    infix("**", 13, 13, true);
    infix("/", 13, 13, false);
    infix("//", 13, 13, false);
    infix("\\bigcirc", 13, 13, true, "◯");
    infix("\\bullet", 13, 13, true, "●");
    infix("\\div", 13, 13, false, "÷");
    infix("\\o", 13, 13, true, "\\circ", "∘");
    infix("\\star", 13, 13, true, "⋆");
    infix("\\X", 10, 13, false, "\\times", "×");
    infix("^", 14, 14, false);
    infix("^^", 14, 14, false);

    postfix("^+", 15, 15, "⁺");
    postfix("^*", 15, 15);
    postfix("^#", 15, 15);
    postfix("'", 15, 15, "′");
  }

  private Operators() {}

  private static void prefix(String symbol, int low, int high, String... also) {
    enter(PREFIX, new Operator(symbol, Fixity.PREFIX, low, high, true), also);
  }

  private static void infix(String symbol, int low, int high, boolean associative, String... also) {
    enter(INFIX, new Operator(symbol, Fixity.INFIX, low, high, associative), also);
  }

  private static void postfix(String symbol, int low, int high, String... also) {
    enter(POSTFIX, new Operator(symbol, Fixity.POSTFIX, low, high, true), also);
  }

  private static void enter(Map<String, Operator> table, Operator operator, String... also) {
    table.put(operator.symbol(), operator);
    CANONICAL.put(operator.symbol(), operator.symbol());
    for (String spelling : also) {
      CANONICAL.put(spelling, operator.symbol());
    }
  }

  /// The canonical spelling of a symbol, or null where it is none.
  public static @Nullable String canonical(String spelling) {
    return CANONICAL.get(spelling);
  }

  /// The prefix operator of this canonical symbol, or null.
  public static @Nullable Operator prefix(String symbol) {
    return PREFIX.get(symbol);
  }

  /// The infix operator of this canonical symbol, or null.
  public static @Nullable Operator infix(String symbol) {
    return INFIX.get(symbol);
  }

  /// The postfix operator of this canonical symbol, or null.
  public static @Nullable Operator postfix(String symbol) {
    return POSTFIX.get(symbol);
  }
}
