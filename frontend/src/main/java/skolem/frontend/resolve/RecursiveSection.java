package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.Unit;

/// Follows the operators that are declared RECURSIVE to their definitions: only definitions may
/// stand between the two.
final class RecursiveSection {
  private final Diagnostics diagnostics;
  private final ModuleScope module;
  private final List<Symbol.Operator> declared = new ArrayList<>();

  /// @param module where the section stands
  RecursiveSection(ModuleScope module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void open(Symbol.Operator operator) {
    if (!module.mayDefine(operator.name())) {
      declared.add(operator);
    }
  }

  /// Reports a unit that must not stand here.
  void before(Unit unit) {
    declared.removeIf(Symbol.Operator::isDefined);
    if (declared.isEmpty()) {
      return;
    }
    String what =
        switch (unit) {
          case Unit.Constants _ -> "a declaration of constants";
          case Unit.Variables _ -> "a declaration of variables";
          case Unit.Assumption _ -> "an assumption";
          case Unit.Theorem _ -> "a theorem";
          case Unit.UseOrHide _ -> "USE or HIDE";
          case Unit.Submodule _ -> "a module";
          case Unit.Recursive _,
              Unit.OperatorDefinition _,
              Unit.FunctionDefinition _,
              Unit.Instance _ ->
              null;
        };
    if (what != null) {
      Symbol.Operator open = declared.getFirst();
      diagnostics.report(
          Diagnostic.error(
                  Code.RECURSION_SECTION,
                  unit.span(),
                  what
                      + " must not stand before the definition of the recursive operator `"
                      + open.name()
                      + "`")
              .with(open.span(), "declared here"));
    }
  }

  /// Reports what is never defined.
  void end() {
    for (Symbol.Operator operator : declared) {
      if (!operator.isDefined()) {
        diagnostics.error(
            Code.RECURSION,
            operator.span(),
            "`" + operator.name() + "` is declared RECURSIVE and never defined");
      }
    }
  }
}
