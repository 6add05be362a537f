package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.TlaParser.ModuleHeadContext;
import skolem.frontend.parse.TlaParser.UnitContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.NearName;
import skolem.frontend.source.Severity;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Unit;

/// Parses TLA+ files: text in, syntax trees and diagnostics out.
public final class ModuleParser {
  /// The words that units begin with.
  private static final List<String> UNIT_WORDS =
      List.of(
          "ASSUME",
          "CONSTANT",
          "CONSTANTS",
          "EXTENDS",
          "INSTANCE",
          "LEMMA",
          "LOCAL",
          "RECURSIVE",
          "THEOREM",
          "VARIABLE",
          "VARIABLES");

  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final List<Diagnostic> layoutFaults;
  private final CommonTokenStream tokens;
  private final TlaParser parser;
  private final Places places;
  private final UnitBuilder units;
  private final SyntaxFaults faults;
  private boolean endReported;

  private ModuleParser(SourceFile file, List<Lexeme> lexemes, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.layoutFaults = diagnostics.all();
    this.tokens = new CommonTokenStream(new ListTokenSource(lexemes));
    tokens.fill();
    this.parser = new TlaParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new StrictErrorStrategy());
    this.places = new Places(file);
    this.units = new UnitBuilder(places, diagnostics);
    this.faults = new SyntaxFaults(places, tokens);
  }

  /// All top-level modules of the file in order; text around them is ignored.
  ///
  /// Faults go to `diagnostics` in the order of the text, one for each faulty unit; a unit that
  /// cannot be parsed is left out of its module.
  public static List<ModuleTree> parse(SourceFile file, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    List<ModuleTree> modules = modules(file, found);
    List<Diagnostic> all = new ArrayList<>(found.all());
    if (!all.isEmpty()) {
      all.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
      all.forEach(diagnostics::report);
    }
    return modules;
  }

  private static List<ModuleTree> modules(SourceFile file, Diagnostics diagnostics) {
    try {
      List<Lexeme> lexemes = Scanner.scan(file, diagnostics);
      DefinitionHeads.mark(lexemes);
      OperatorRoles.assign(lexemes);
      List<Lexeme> arranged = JunctionLayout.arrange(file, lexemes, diagnostics);
      return arranged == null ? List.of() : new ModuleParser(file, arranged, diagnostics).modules();
    } catch (StackOverflowError _) {
      diagnostics.error(Code.SYNTAX, file.span(0, 0), "the file is nested too deeply");
      return List.of();
    }
  }

  // ── Modules ─────────────────────────────────────────────────────────────────────────────────

  private List<ModuleTree> modules() {
    List<ModuleTree> modules = new ArrayList<>();
    if (next() == Token.EOF) {
      diagnostics.error(
          Code.SYNTAX, file.span(0, 0), "no module begins here: `---- MODULE` is missing");
    }
    while (next() != Token.EOF) {
      modules.add(module());
    }
    return modules;
  }

  private ModuleTree module() {
    Span start = places.span(tokens.LT(1));
    Identifier name = new Identifier("", start);
    List<Identifier> extended = List.of();
    SkippedTokens skipped = new SkippedTokens(tokens);
    int before = tokens.index();
    try {
      ModuleHeadContext head = parser.moduleHead();
      List<Identifier> names = places.names(head.IDENTIFIER());
      name = names.getFirst();
      extended = names.subList(1, names.size());
    } catch (RecognitionException fault) {
      report(fault, before);
      skipToUnit(before);
      skipFaultyHead();
      skipped.add(before, tokens.index());
    }
    List<Unit> body = new ArrayList<>();
    while (next() != TlaParser.MODULE_END && next() != Token.EOF) {
      Unit unit = next() == TlaParser.MODULE_BEGIN ? submodule() : unit(skipped);
      if (unit != null) {
        body.add(unit);
      }
    }
    Span end = places.span(tokens.LT(1));
    if (next() != Token.EOF) {
      tokens.consume();
    } else if (!endReported) {
      endReported = true;
      String message =
          name.name().isEmpty()
              ? "the module is not ended by `====`"
              : "module `%s` is not ended by `====`".formatted(name);
      report(Diagnostic.error(Code.SYNTAX, end, message), tokens.index() - 1);
    }
    return new ModuleTree(name, extended, body, skipped.gaps(), start.to(end));
  }

  private Unit submodule() {
    ModuleTree module = module();
    return new Unit.Submodule(module, module.span());
  }

  // ── Units ───────────────────────────────────────────────────────────────────────────────────

  private @Nullable Unit unit(SkippedTokens skipped) {
    int before = tokens.index();
    try {
      if (startsUnit(next())) {
        UnitContext unit = parser.unit();
        if (endsUnit(next())) {
          return units.unit(unit);
        }
      }
      skipped.addStray(tokens.index());
      reportStray(before);
    } catch (RecognitionException fault) {
      report(fault, before);
    } catch (NestingException fault) {
      diagnostics.error(Code.SYNTAX, fault.span(), "nested too deeply");
    }
    skipToUnit(before);
    skipped.add(before, tokens.index());
    return null;
  }

  /// Reports the next token, with which neither a unit goes on nor one begins.
  private void reportStray(int before) {
    Token found = tokens.LT(1);
    String expected =
        found.getType() == TlaParser.EXTENDS
            ? "EXTENDS only after the first line of the module"
            : "an operator, a definition or `====`";
    Diagnostic fault = faults.diagnostic(found, expected);
    if (found.getType() == TlaParser.IDENTIFIER) {
      fault = withWhatIsMeant(fault, found);
    }
    report(fault, before);
  }

  /// Adds what a name at the beginning of a unit may have to do there.
  private Diagnostic withWhatIsMeant(Diagnostic fault, Token name) {
    if (tokens.LA(2) == TlaParser.EQUALS) {
      return fault.with(places.span(tokens.LT(2)), "`=` compares; a definition has `==`");
    }
    String word = NearName.of(name.getText(), UNIT_WORDS);
    return word == null ? fault : fault.with(Span.NONE, "did you mean `" + word + "`?");
  }

  private static boolean endsUnit(int type) {
    return startsUnit(type)
        || type == TlaParser.MODULE_BEGIN
        || type == TlaParser.MODULE_END
        || type == Token.EOF;
  }

  private static boolean startsUnit(int type) {
    return switch (type) {
      case TlaParser.BEGIN_DEFINITION,
          TlaParser.DASHES,
          TlaParser.VARIABLE,
          TlaParser.CONSTANT,
          TlaParser.RECURSIVE,
          TlaParser.LOCAL,
          TlaParser.INSTANCE,
          TlaParser.ASSUME,
          TlaParser.ASSUMPTION,
          TlaParser.THEOREM,
          TlaParser.USE,
          TlaParser.HIDE ->
          true;
      default -> false;
    };
  }

  // ── Recovery ────────────────────────────────────────────────────────────────────────────────

  private void report(RecognitionException fault, int before) {
    endReported |= fault.getOffendingToken().getType() == Token.EOF;
    report(faults.diagnostic(fault), before);
  }

  /// Reports a fault of the unit whose first token is `before`, unless its layout has one already.
  private void report(Diagnostic fault, int before) {
    int start = tokens.get(before).getStartIndex();
    for (Diagnostic earlier : layoutFaults) {
      int place = earlier.span().start();
      if (earlier.severity() == Severity.ERROR && place >= start && place <= fault.span().end()) {
        return;
      }
    }
    diagnostics.report(fault);
  }

  /// Goes on to the next token that can only begin a unit, past the one at `before`.
  private void skipToUnit(int before) {
    while (next() != Token.EOF && (tokens.index() == before || !surelyBeginsUnit())) {
      tokens.consume();
    }
  }

  /// Passes over what is left of the head of a module after a fault in it.
  private void skipFaultyHead() {
    while (next() == TlaParser.DASHES || next() == TlaParser.EXTENDS) {
      skipToUnit(tokens.index());
    }
  }

  private boolean surelyBeginsUnit() {
    return switch (next()) {
      case TlaParser.BEGIN_DEFINITION,
          TlaParser.DASHES,
          TlaParser.LOCAL,
          TlaParser.ASSUMPTION,
          TlaParser.THEOREM,
          TlaParser.MODULE_BEGIN,
          TlaParser.MODULE_END ->
          true;
      case TlaParser.VARIABLE, TlaParser.CONSTANT -> {
        int previous = tokens.LA(-1);
        yield previous != TlaParser.NEW
            && previous != TlaParser.ASSUME
            && previous != TlaParser.COMMA;
      }
      default -> false;
    };
  }

  private int next() {
    return tokens.LA(1);
  }
}
