package skolem.frontend.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.NearName;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Operators;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Unit;

/// Reports names that nothing defines, with what may have been meant: a near name, a name of a
/// standard module, a definition further below, or recursion that is not declared.
final class UnknownNames {
  private final Diagnostics diagnostics;
  private final Set<Identifier> reported = new HashSet<>();

  UnknownNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// @param units those of the module where the name is looked up
  /// @param known the names that are defined there
  void report(Identifier name, List<Unit> units, Collection<String> known) {
    if (!reported.add(name)) {
      return;
    }
    boolean symbol = Operators.canonical(name.name()) != null;
    String message =
        symbol
            ? "operator `" + name.span().text() + "` is not defined"
            : "name `" + name + "` is not defined";
    Diagnostic diagnostic = Diagnostic.error(Code.UNKNOWN_NAME, name.span(), message);
    String near = NearName.of(name.name(), known);
    if (near != null) {
      diagnostic = diagnostic.with(Span.NONE, "did you mean `" + near + "`?");
    }
    String home = StandardNames.moduleOf(name.name());
    if (home != null) {
      diagnostic =
          diagnostic.with(Span.NONE, "it is defined in module " + home + ": EXTENDS " + home);
    }
    diagnostics.report(withDefinition(diagnostic, name, units));
  }

  /// The diagnostic with a note on the definition that contains the use, or comes too late for it.
  private static Diagnostic withDefinition(
      Diagnostic diagnostic, Identifier use, List<Unit> units) {
    for (Unit unit : units) {
      for (Identifier defined : defined(unit)) {
        if (defined.name().equals(use.name()) && defined.span().file() == use.span().file()) {
          return unit.span().start() > use.span().start()
              ? diagnostic.with(
                  defined.span(),
                  "it is defined here: a name can be used only below its definition")
              : withRecursion(diagnostic, use, unit);
        }
      }
    }
    return diagnostic;
  }

  private static Diagnostic withRecursion(Diagnostic diagnostic, Identifier use, Unit unit) {
    if (!(unit instanceof Unit.OperatorDefinition operator)
        || unit.span().end() < use.span().start()) {
      return diagnostic;
    }
    int arity = operator.parameters().size();
    String places =
        arity == 0 ? "" : "(" + String.join(", ", Collections.nCopies(arity, "_")) + ")";
    return diagnostic.with(
        operator.name().span(),
        "a definition that refers to itself is announced: RECURSIVE " + use + places);
  }

  /// The names that a unit introduces.
  private static List<Identifier> defined(Unit unit) {
    return switch (unit) {
      case Unit.OperatorDefinition definition -> List.of(definition.name());
      case Unit.FunctionDefinition definition -> List.of(definition.name());
      case Unit.Instance instance -> optional(instance.name());
      case Unit.Assumption assumption -> optional(assumption.name());
      case Unit.Theorem theorem -> optional(theorem.name());
      case Unit.Constants constants ->
          constants.parameters().stream().map(Parameter::name).toList();
      case Unit.Variables variables -> variables.names();
      case Unit.Recursive _, Unit.UseOrHide _, Unit.Submodule _ -> List.of();
    };
  }

  private static List<Identifier> optional(@Nullable Identifier name) {
    return name == null ? List.of() : List.of(name);
  }
}
