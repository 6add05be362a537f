package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.kernel.Level;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// The levels of the operators of the language, and of those that the engines know.
///
/// Source: Lamport, *Specifying Systems*, section 17.2, and the table of the reference parser.
final class LanguageLevels {
  /// How an operator of the language treats each of its operands.
  ///
  /// @param own the least level of an application
  /// @param maximum the highest level of an operand
  /// @param counts whether the level of an operand raises that of the application
  record Rule(Level own, Level maximum, boolean counts) {}

  private static final Rule LOGICAL = new Rule(Level.CONSTANT, Level.TEMPORAL, true);
  private static final Rule VALUE = new Rule(Level.CONSTANT, Level.ACTION, true);
  private static final Rule NEXT = new Rule(Level.ACTION, Level.STATE, false);
  private static final Rule ENABLED = new Rule(Level.STATE, Level.ACTION, false);
  private static final Rule COMPOSED = new Rule(Level.ACTION, Level.ACTION, false);
  private static final Rule TEMPORAL = new Rule(Level.TEMPORAL, Level.TEMPORAL, false);

  private LanguageLevels() {}

  /// The rule for an operator symbol of the language.
  static Rule rule(String symbol) {
    return switch (symbol) {
      case "/\\", "\\/", "~", "=>", "<=>" -> LOGICAL;
      case "'", "UNCHANGED" -> NEXT;
      case "ENABLED" -> ENABLED;
      case "\\cdot" -> COMPOSED;
      case "[]", "<>", "~>", "-+->" -> TEMPORAL;
      default -> VALUE;
    };
  }

  /// An operator of the language as a thing that is passed on.
  static OperatorLevel operator(String symbol, int arity) {
    return level(rule(symbol), arity);
  }

  /// An operator that the engines know: one that takes and gives values.
  static OperatorLevel known(int arity) {
    return level(VALUE, arity);
  }

  /// What is assumed of a recursive operator before its definition has been read.
  static OperatorLevel assumed(int arity) {
    return level(LOGICAL, arity);
  }

  private static OperatorLevel level(Rule rule, int arity) {
    List<LevelParameter> parameters = new ArrayList<>();
    Leveling body = Leveling.of(rule.own());
    for (int i = 1; i <= arity; i++) {
      LevelParameter parameter =
          new LevelParameter.Formal(new Identifier(Integer.toString(i), Span.NONE));
      parameters.add(parameter);
      body = body.and(Leveling.of(Level.CONSTANT, parameter).under(rule.maximum(), rule.counts()));
    }
    return new OperatorLevel(parameters, body);
  }
}
