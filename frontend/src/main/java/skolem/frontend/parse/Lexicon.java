package skolem.frontend.parse;

import java.util.HashMap;
import java.util.Map;
import skolem.frontend.syntax.Operators;

/// Reserved words, punctuation and operator symbols: which type a spelling has.
final class Lexicon {
  private static final int LONGEST_SYMBOL = 12;

  private static final Map<String, Integer> WORDS = new HashMap<>();
  private static final Map<String, Integer> PUNCTUATION = new HashMap<>();

  static {
    word(TlaLexer.ASSUME, "ASSUME");
    word(TlaLexer.ASSUMPTION, "ASSUMPTION", "AXIOM");
    word(TlaLexer.BY, "BY");
    word(TlaLexer.CASE, "CASE");
    word(TlaLexer.CHOOSE, "CHOOSE");
    word(TlaLexer.CONSTANT, "CONSTANT", "CONSTANTS");
    word(TlaLexer.DEFS, "DEF", "DEFS");
    word(TlaLexer.DEFINE, "DEFINE");
    word(TlaLexer.ELSE, "ELSE");
    word(TlaLexer.EXCEPT, "EXCEPT");
    word(TlaLexer.EXTENDS, "EXTENDS");
    word(TlaLexer.HAVE, "HAVE");
    word(TlaLexer.HIDE, "HIDE");
    word(TlaLexer.IF, "IF");
    word(TlaLexer.IN, "IN");
    word(TlaLexer.INSTANCE, "INSTANCE");
    word(TlaLexer.LAMBDA, "LAMBDA");
    word(TlaLexer.LET, "LET");
    word(TlaLexer.LEVEL, "STATE", "ACTION", "TEMPORAL");
    word(TlaLexer.LOCAL, "LOCAL");
    word(TlaLexer.MODULE, "MODULE");
    word(TlaLexer.NEW, "NEW");
    word(TlaLexer.OBVIOUS, "OBVIOUS");
    word(TlaLexer.OMITTED, "OMITTED");
    word(TlaLexer.ONLY, "ONLY");
    word(TlaLexer.OPERATOR, "DOMAIN", "ENABLED", "SUBSET", "UNCHANGED", "UNION");
    word(TlaLexer.OTHER, "OTHER");
    word(TlaLexer.PICK, "PICK");
    word(TlaLexer.PROOF, "PROOF");
    word(TlaLexer.PROVE, "PROVE");
    word(TlaLexer.QED, "QED");
    word(TlaLexer.RECURSIVE, "RECURSIVE");
    word(TlaLexer.SUFFICES, "SUFFICES");
    word(TlaLexer.TAKE, "TAKE");
    word(TlaLexer.THEN, "THEN");
    word(TlaLexer.THEOREM, "THEOREM", "LEMMA", "PROPOSITION", "COROLLARY");
    word(TlaLexer.USE, "USE");
    word(TlaLexer.VARIABLE, "VARIABLE", "VARIABLES");
    word(TlaLexer.WITH, "WITH");
    word(TlaLexer.WITNESS, "WITNESS");

    punctuation(TlaLexer.ARROW, "->", "→", "⟶");
    punctuation(TlaLexer.AT, "@");
    punctuation(TlaLexer.BANG, "!");
    punctuation(TlaLexer.COLON, ":");
    punctuation(TlaLexer.DEF, "==", "≜");
    punctuation(TlaLexer.DOT, ".");
    punctuation(TlaLexer.DOUBLE_COLON, "::", "∷");
    punctuation(TlaLexer.LANGLE, "<<", "⟨");
    punctuation(TlaLexer.RANGLE, ">>", "⟩");
    punctuation(TlaLexer.LARROW, "<-", "←", "⟵");
    punctuation(TlaLexer.MAPSTO, "|->", "↦", "⟼");
    punctuation(TlaLexer.QUANTIFIER, "\\A", "\\forall", "∀", "\\E", "\\exists", "∃");
    punctuation(TlaLexer.QUANTIFIER, "\\AA", "\\EE");
    punctuation(TlaLexer.IDENTIFIER, "ℕ", "ℤ", "ℝ");
  }

  private Lexicon() {}

  private static void word(int type, String... spellings) {
    for (String spelling : spellings) {
      WORDS.put(spelling, type);
    }
  }

  private static void punctuation(int type, String... spellings) {
    for (String spelling : spellings) {
      PUNCTUATION.put(spelling, type);
    }
  }

  /// The type of an identifier or reserved word.
  static int word(String spelling) {
    return WORDS.getOrDefault(spelling, TlaLexer.IDENTIFIER);
  }

  static boolean isReserved(String spelling) {
    return WORDS.containsKey(spelling);
  }

  /// The type of a symbol, or [TlaLexer#UNKNOWN] where it is none.
  static int symbol(String spelling) {
    Integer type = PUNCTUATION.get(spelling);
    if (type != null) {
      return type;
    }
    return Operators.canonical(spelling) != null ? TlaLexer.OPERATOR : TlaLexer.UNKNOWN;
  }

  /// How many characters the longest symbol has that `run` begins with; 1 where there is none.
  ///
  /// Of `!!!` only the first is taken: an instance's operator `!!`, as in `A!!!(1, 2)`.
  static int symbolLength(String run) {
    if (run.startsWith("!!!")) {
      return 1;
    }
    for (int length = Math.min(run.length(), LONGEST_SYMBOL); length > 1; length--) {
      if (symbol(run.substring(0, length)) != TlaLexer.UNKNOWN) {
        return length;
      }
    }
    return 1;
  }

  /// The name that an identifier stands for: number sets have a letter of their own.
  static String name(String spelling) {
    return switch (spelling) {
      case "ℕ" -> "Nat";
      case "ℤ" -> "Int";
      case "ℝ" -> "Real";
      default -> spelling;
    };
  }
}
