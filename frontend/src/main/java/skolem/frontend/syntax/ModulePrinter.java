package skolem.frontend.syntax;

/// Prints syntax trees as TLA+ text in a normal form: canonical operator symbols, no comments,
/// aligned lists. The text of a parsed tree parses back to the same tree.
public final class ModulePrinter {
  private ModulePrinter() {}

  /// The module, from its head line to its `====`.
  public static String print(ModuleTree module) {
    Page page = new Page();
    new UnitPrinter(page).module(module);
    return page.add("\n").toString();
  }

  public static String print(Expr expr) {
    Page page = new Page();
    new UnitPrinter(page).expressions().print(expr);
    return page.toString();
  }
}
