package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Unit;

/// A text with what the parser makes of it.
record Parsed(List<ModuleTree> modules, List<Diagnostic> diagnostics) {

  static Parsed file(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<ModuleTree> modules = ModuleParser.parse(new SourceFile("Test.tla", text), diagnostics);
    return new Parsed(modules, diagnostics.all());
  }

  /// The lines as the body of a module, its first in line 2.
  static Parsed body(String lines) {
    return file("---- MODULE Test ----\n" + lines + "\n====\n");
  }

  /// The units of a module without faults.
  static List<Unit> units(String lines) {
    Parsed parsed = body(lines);
    assertThat(parsed.messages()).isEmpty();
    return parsed.modules().getFirst().units();
  }

  /// The expression that an operator is defined by.
  static Expr expression(String text) {
    return ((Unit.OperatorDefinition) units("op == " + text).getFirst()).body();
  }

  /// `line:column message`, in order.
  List<String> messages() {
    return diagnostics.stream()
        .map(d -> d.span().line() + ":" + d.span().column() + " " + d.message())
        .toList();
  }
}
