package skolem.frontend.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Facts;
import skolem.frontend.syntax.Fixity;
import skolem.frontend.syntax.Gaps;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Makes random modules in which every name is known, every argument fits, and every expression has
/// a level that its place allows.
final class ModuleGenerator {
  private static final int DEPTH = 4;

  /// The infix symbols that the language and the extended modules define.
  private static final List<String> KNOWN =
      List.of(
          "=>",
          "<=>",
          "/\\",
          "\\/",
          "=",
          "#",
          "\\in",
          "\\notin",
          "\\subseteq",
          "\\cup",
          "\\cap",
          "\\",
          "\\X",
          "+",
          "-",
          "*",
          "^",
          "<",
          ">",
          "<=",
          ">=",
          "..",
          "%",
          "\\div",
          "\\o");

  /// Infix symbols that a module may define.
  private static final List<String> FREE =
      List.of("\\prec", "++", "**", "\\sqcup", "(+)", "##", "??", "\\bullet", "|-", "&&", "-|");

  private final Choice choice;
  private final ExpressionGenerator expressions;
  private final LocalDefinitions definitions;
  private final ActionGenerator actions;
  private final List<Unit> units = new ArrayList<>();
  private Names names = new Names(List.of("Nat", "Int"), List.of(), List.of(), KNOWN, false);
  private final List<Identifier> variables = new ArrayList<>();

  private ModuleGenerator(Choice choice) {
    this.choice = choice;
    this.expressions = new ExpressionGenerator(choice);
    this.definitions = new LocalDefinitions(choice, expressions);
    this.actions = new ActionGenerator(choice, expressions);
  }

  /// A small module.
  static ModuleTree module(long seed) {
    Choice choice = new Choice(seed);
    return new ModuleGenerator(choice).module("Random", 1 + choice.below(8));
  }

  /// A module of about so many units.
  static ModuleTree module(long seed, int units) {
    return new ModuleGenerator(new Choice(seed)).module("Random", units);
  }

  private ModuleTree module(String name, int count) {
    constants();
    for (int i = 0; i < count; i++) {
      unit();
    }
    List<Identifier> extended =
        List.of(Trees.identifier("Integers"), Trees.identifier("Sequences"));
    return new ModuleTree(
        Trees.identifier(name), extended, units, new Gaps(Set.of(), false), Span.NONE);
  }

  private void unit() {
    switch (choice.below(11)) {
      case 0 -> variables();
      case 1 -> infixDefinition();
      case 2 -> assumption();
      case 3 -> instance();
      case 4 -> action();
      case 5 -> recursive();
      case 6 -> theorem();
      case 7, 8 -> add(definitions.function(choice.oneIn(4), some(), DEPTH));
      default -> add(definitions.operator(choice.oneIn(4), some(), DEPTH));
    }
  }

  /// All names, or those of constants alone.
  private Names some() {
    return choice.oneIn(2) ? names : names.constant();
  }

  private void add(LocalDefinitions.Defined defined) {
    units.add(defined.unit());
    Unit unit = defined.unit();
    if (unit instanceof Unit.OperatorDefinition) {
      names = names.withOperator(defined.names().operators().getLast());
    } else if (unit instanceof Unit.FunctionDefinition function) {
      names =
          defined.names().states().isEmpty()
              ? names.withValue(function.name().name())
              : names.withState(function.name().name());
    }
  }

  // ── Declarations ────────────────────────────────────────────────────────────────────────────

  private void constants() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = choice.below(3); i >= 0; i--) {
      Identifier name = choice.fresh();
      int arity = choice.below(3);
      parameters.add(Trees.parameter(name, arity));
      names =
          arity == 0
              ? names.withValue(name.name())
              : names.withOperator(
                  new Names.Operator(name.name(), java.util.Collections.nCopies(arity, 0), true));
    }
    units.add(new Unit.Constants(parameters, Span.NONE));
  }

  private void variables() {
    List<Identifier> declared = list(choice::fresh);
    variables.addAll(declared);
    declared.forEach(name -> names = names.withState(name.name()));
    units.add(new Unit.Variables(declared, Span.NONE));
  }

  private void recursive() {
    Identifier name = choice.fresh();
    Identifier parameter = choice.fresh();
    units.add(new Unit.Recursive(List.of(Trees.parameter(name, 1)), Span.NONE));
    Names.Operator operator = new Names.Operator(name.name(), List.of(0), names.states().isEmpty());
    Names inner = names.withOperator(operator).withValue(parameter.name());
    units.add(
        new Unit.OperatorDefinition(
            false,
            name,
            Fixity.NONFIX,
            List.of(Trees.parameter(parameter, 0)),
            expressions.anything(inner, DEPTH),
            Span.NONE));
    names = names.withOperator(operator);
  }

  // ── Definitions ─────────────────────────────────────────────────────────────────────────────

  private void infixDefinition() {
    List<String> left = FREE.stream().filter(symbol -> !names.symbols().contains(symbol)).toList();
    if (left.isEmpty()) {
      return;
    }
    String symbol = choice.of(left);
    List<Parameter> parameters =
        List.of(Trees.parameter(choice.fresh(), 0), Trees.parameter(choice.fresh(), 0));
    Names inner = names.constant();
    for (Parameter parameter : parameters) {
      inner = inner.withValue(parameter.name().name());
    }
    units.add(
        new Unit.OperatorDefinition(
            choice.oneIn(4),
            Trees.identifier(symbol),
            Fixity.INFIX,
            parameters,
            expressions.anything(inner, DEPTH),
            Span.NONE));
    names = names.withSymbol(symbol);
  }

  /// Actions and temporal formulas, which nothing else mentions.
  private void action() {
    if (!variables.isEmpty()) {
      boolean temporal = choice.oneIn(2);
      Expr body =
          temporal
              ? actions.temporal(names, variables, DEPTH)
              : actions.action(names, variables, DEPTH);
      units.add(
          new Unit.OperatorDefinition(
              false, choice.fresh(), Fixity.NONFIX, List.of(), body, Span.NONE));
    }
  }

  /// An inner module with one constant and one operator, and a named instance of it.
  private void instance() {
    Identifier constant = choice.fresh();
    Names inner =
        new Names(
            List.of(constant.name()), List.of(), List.of(), names.constant().symbols(), false);
    LocalDefinitions.Defined defined = definitions.operator(false, inner, DEPTH - 1);
    Names.Operator operator = defined.names().operators().getLast();
    Identifier module = choice.fresh();
    List<Unit> body =
        List.of(
            new Unit.Constants(List.of(Trees.parameter(constant, 0)), Span.NONE), defined.unit());
    ModuleTree tree = new ModuleTree(module, List.of(), body, new Gaps(Set.of(), false), Span.NONE);
    units.add(new Unit.Submodule(tree, Span.NONE));
    Identifier instance = choice.fresh();
    Expr value = expressions.anything(names.constant(), DEPTH - 1);
    units.add(
        new Unit.Instance(
            choice.oneIn(4),
            instance,
            List.of(),
            module,
            List.of(new Unit.Substitution(constant, value)),
            Span.NONE));
    names =
        names.withOperator(
            new Names.Operator(instance + "!" + operator.name(), operator.parameters(), true));
  }

  // ── Facts ───────────────────────────────────────────────────────────────────────────────────

  private void assumption() {
    Identifier name = choice.oneIn(2) ? choice.fresh() : null;
    units.add(new Unit.Assumption(name, expressions.anything(names.constant(), DEPTH), Span.NONE));
  }

  private void theorem() {
    Expr claim = expressions.anything(names, DEPTH - 1);
    // Without parentheses, a CASE would be a step of its own kind.
    Expr first = new Expr.Parenthesized(expressions.anything(names, DEPTH - 1), Span.NONE);
    Proof by =
        new Proof.By(
            choice.oneIn(2),
            new Facts(List.of(expressions.anything(names, 1)), List.of(), List.of()),
            Span.NONE);
    Proof proof =
        choice.oneIn(2)
            ? by
            : new Proof.Steps(
                List.of(
                    step("<1>1", new Proof.Body.Asserts(false, new Statement.Formula(first)), by),
                    step("<1>", new Proof.Body.Qed(), new Proof.Terminal(true, Span.NONE))),
                Span.NONE);
    units.add(new Unit.Theorem(choice.fresh(), new Statement.Formula(claim), proof, Span.NONE));
  }

  private static Proof.Step step(String label, Proof.Body body, Proof proof) {
    return new Proof.Step(label, body, proof, Span.NONE);
  }

  private <T> List<T> list(Supplier<T> item) {
    List<T> items = new ArrayList<>(List.of(item.get()));
    while (choice.oneIn(2)) {
      items.add(item.get());
    }
    return items;
  }
}
