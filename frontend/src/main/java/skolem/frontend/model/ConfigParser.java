package skolem.frontend.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.ConfigLexer.Kind;
import skolem.frontend.model.ConfigLexer.Token;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.NearName;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// Reads a model configuration in TLC's grammar, and negative numbers besides.
public final class ConfigParser {
  /// The words that begin a section.
  static final List<String> SECTIONS =
      List.of(
          "CONSTANT",
          "CONSTANTS",
          "CONSTRAINT",
          "CONSTRAINTS",
          "ACTION_CONSTRAINT",
          "ACTION_CONSTRAINTS",
          "INVARIANT",
          "INVARIANTS",
          "PROPERTY",
          "PROPERTIES",
          "POSTCONDITION",
          "POSTCONDITIONS",
          "INIT",
          "NEXT",
          "SPECIFICATION",
          "VIEW",
          "SYMMETRY",
          "ALIAS",
          "CHECK_DEADLOCK",
          "_POSSIBLE",
          "_PERIODIC",
          "_RL_REWARD");

  private final List<Token> tokens;
  private final Diagnostics diagnostics;
  private int at;

  private final List<ModelConfig.Constant> constants = new ArrayList<>();
  private final Map<String, List<Identifier>> lists = new HashMap<>();
  private final Map<String, Identifier> singles = new HashMap<>();
  private @Nullable Boolean checkDeadlock;

  private ConfigParser(List<Token> tokens, Diagnostics diagnostics) {
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  /// The configuration; what is wrong with it is reported.
  public static ModelConfig parse(SourceFile file, Diagnostics diagnostics) {
    ConfigParser parser = new ConfigParser(ConfigLexer.tokens(file, diagnostics), diagnostics);
    while (parser.peek().kind() != Kind.END) {
      parser.section();
    }
    return parser.result();
  }

  private ModelConfig result() {
    return new ModelConfig(
        List.copyOf(constants),
        singles.get("SPECIFICATION"),
        singles.get("INIT"),
        singles.get("NEXT"),
        list("INVARIANT"),
        list("PROPERTY"),
        list("CONSTRAINT"),
        list("ACTION_CONSTRAINT"),
        list("POSTCONDITION"),
        singles.get("VIEW"),
        singles.get("ALIAS"),
        singles.get("SYMMETRY"),
        checkDeadlock);
  }

  private List<Identifier> list(String section) {
    return List.copyOf(lists.getOrDefault(section, List.of()));
  }

  private void section() {
    Token head = next();
    switch (head.text()) {
      case "CONSTANT", "CONSTANTS" -> constants();
      case "INVARIANT", "INVARIANTS" -> names("INVARIANT");
      case "PROPERTY", "PROPERTIES" -> names("PROPERTY");
      case "CONSTRAINT", "CONSTRAINTS" -> names("CONSTRAINT");
      case "ACTION_CONSTRAINT", "ACTION_CONSTRAINTS" -> names("ACTION_CONSTRAINT");
      case "POSTCONDITION", "POSTCONDITIONS" -> names("POSTCONDITION");
      case "SPECIFICATION", "INIT", "NEXT", "VIEW", "SYMMETRY", "ALIAS" -> single(head);
      case "CHECK_DEADLOCK" -> deadlock();
      case "_POSSIBLE" -> {
        diagnostics.report(
            Diagnostic.error(
                    Code.UNSUPPORTED,
                    head.span(),
                    "`_POSSIBLE` is not supported: whether a state can be reached is not asked")
                .with(
                    Span.NONE,
                    "to look for such a state, check the negation of the predicate as an INVARIANT"));
        skipToSection();
      }
      case "_PERIODIC", "_RL_REWARD" -> {
        single(head);
        diagnostics.report(
            Diagnostic.warning(
                Code.CONFIG_IGNORED,
                head.span(),
                "`" + head.text() + "` concerns TLC's own search and is not used"));
      }
      default -> {
        Diagnostic diagnostic =
            Diagnostic.error(
                Code.CONFIG_SYNTAX,
                head.span(),
                "expected the name of a section, found " + shown(head));
        String near = NearName.of(head.text(), SECTIONS);
        if (near != null) {
          diagnostic = diagnostic.with(Span.NONE, "did you mean `" + near + "`?");
        }
        diagnostics.report(
            diagnostic.with(
                Span.NONE,
                "sections are SPECIFICATION, INIT, NEXT, CONSTANT, INVARIANT, PROPERTY, CONSTRAINT,"
                    + " ACTION_CONSTRAINT, SYMMETRY, VIEW, ALIAS, POSTCONDITION, CHECK_DEADLOCK"));
        skipToSection();
      }
    }
  }

  private void names(String section) {
    List<Identifier> names = lists.computeIfAbsent(section, _ -> new ArrayList<>());
    while (isName()) {
      names.add(name());
    }
  }

  private void single(Token head) {
    if (!isName()) {
      fault("expected the name of a definition after " + head.text());
      skipToSection();
      return;
    }
    Identifier name = name();
    Identifier before = singles.putIfAbsent(head.text(), name);
    if (before != null) {
      diagnostics.report(
          Diagnostic.error(Code.CONFIG_SYNTAX, head.span(), head.text() + " may be given once only")
              .with(before.span(), "given here first"));
    }
  }

  private void deadlock() {
    Token token = next();
    if (token.is("TRUE") || token.is("FALSE")) {
      checkDeadlock = token.is("TRUE");
    } else {
      diagnostics.error(
          Code.CONFIG_SYNTAX,
          token.span(),
          "expected TRUE or FALSE after CHECK_DEADLOCK, found " + shown(token));
    }
  }

  // ── Constants ───────────────────────────────────────────────────────────────────────────────

  private void constants() {
    while (isName()) {
      Identifier name = qualifiedName();
      if (peek().is("<-")) {
        next();
        Identifier module = module();
        if (!isName()) {
          fault("expected the name of a definition after `<-`");
          skipToSection();
          return;
        }
        constants.add(new ModelConfig.Constant.Replacement(name, module, name()));
      } else {
        List<ModelConfig.ConfigValue> arguments = peek().is("(") ? enclosed("(", ")") : List.of();
        if (!peek().is("=")) {
          fault("expected `=` or `<-` after `" + name + "`");
          skipToSection();
          return;
        }
        next();
        Identifier module = module();
        ModelConfig.ConfigValue value = value();
        constants.add(new ModelConfig.Constant.Assignment(name, module, arguments, value));
      }
    }
  }

  /// `a` or `a!b`.
  private Identifier qualifiedName() {
    Identifier name = name();
    while (peek().is("!")) {
      next();
      Identifier part = name();
      name = new Identifier(name.name() + "!" + part.name(), name.span().to(part.span()));
    }
    return name;
  }

  private @Nullable Identifier module() {
    if (!peek().is("[")) {
      return null;
    }
    next();
    Identifier module = name();
    if (peek().is("]")) {
      next();
    } else {
      fault("expected `]` after the name of a module");
    }
    return module;
  }

  private ModelConfig.ConfigValue value() {
    Token token = peek();
    if (token.is("{")) {
      return new ModelConfig.ConfigValue.Collection(enclosed("{", "}"));
    }
    next();
    if (token.is("-") && peek().kind() == Kind.NUMBER) {
      return new ModelConfig.ConfigValue.Numeral(new BigInteger(next().text()).negate());
    }
    if (token.is("TRUE") || token.is("FALSE")) {
      return new ModelConfig.ConfigValue.Truth(token.is("TRUE"));
    }
    return switch (token.kind()) {
      case NUMBER -> new ModelConfig.ConfigValue.Numeral(new BigInteger(token.text()));
      case TEXT -> new ModelConfig.ConfigValue.Text(token.text());
      case WORD -> new ModelConfig.ConfigValue.Atom(new Identifier(token.text(), token.span()));
      case SYMBOL, END -> {
        diagnostics.error(
            Code.CONFIG_SYNTAX,
            token.span(),
            "expected a value: a number, a string, TRUE, FALSE, a model value, or a set `{…}`, found "
                + shown(token));
        yield new ModelConfig.ConfigValue.Truth(false);
      }
    };
  }

  private List<ModelConfig.ConfigValue> enclosed(String open, String close) {
    Token start = next();
    List<ModelConfig.ConfigValue> values = new ArrayList<>();
    if (peek().is(close)) {
      next();
      return values;
    }
    values.add(value());
    while (peek().is(",")) {
      next();
      values.add(value());
    }
    if (peek().is(close)) {
      next();
    } else {
      diagnostics.report(
          Diagnostic.error(
                  Code.CONFIG_SYNTAX,
                  peek().span(),
                  "expected `,` or `" + close + "`, found " + shown(peek()))
              .with(start.span(), "to close this `" + open + "`"));
    }
    return values;
  }

  // ── Tokens ──────────────────────────────────────────────────────────────────────────────────

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  private boolean isName() {
    Token token = peek();
    boolean word = token.kind() == Kind.WORD || token.kind() == Kind.NUMBER;
    return word && !SECTIONS.contains(token.text());
  }

  private Identifier name() {
    Token token = next();
    return new Identifier(token.text(), token.span());
  }

  private void fault(String message) {
    Token token = peek();
    diagnostics.error(Code.CONFIG_SYNTAX, token.span(), message + ", found " + shown(token));
  }

  private static String shown(Token token) {
    return token.kind() == Kind.END ? "the end of the file" : "`" + token.span().text() + "`";
  }

  private void skipToSection() {
    while (peek().kind() != Kind.END && !SECTIONS.contains(peek().text())) {
      next();
    }
  }
}
