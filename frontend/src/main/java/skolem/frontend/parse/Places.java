package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Operators;

/// Reads spans, names and symbols off the parse tree of one file.
record Places(SourceFile file) {

  Span span(Token token) {
    int start = token.getStartIndex();
    return file.span(start, Math.max(start, token.getStopIndex() + 1));
  }

  Span span(TerminalNode node) {
    return span(node.getSymbol());
  }

  Span span(ParserRuleContext context) {
    int start = context.getStart().getStartIndex();
    @Nullable Token stop = context.getStop();
    return file.span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
  }

  Identifier name(TerminalNode node) {
    return new Identifier(Lexicon.name(node.getText()), span(node));
  }

  List<Identifier> names(List<TerminalNode> nodes) {
    List<Identifier> names = new ArrayList<>(nodes.size());
    for (TerminalNode node : nodes) {
      names.add(name(node));
    }
    return names;
  }

  /// The canonical symbol where it is infix, postfix or stands by itself.
  Identifier symbol(Token token) {
    @Nullable String canonical = Operators.canonical(token.getText());
    return new Identifier(canonical != null ? canonical : token.getText(), span(token));
  }

  /// The canonical symbol where it is prefix: here `-` is the unary minus.
  Identifier prefixSymbol(Token token) {
    Identifier symbol = symbol(token);
    return symbol.name().equals("-") ? new Identifier("-.", symbol.span()) : symbol;
  }
}
