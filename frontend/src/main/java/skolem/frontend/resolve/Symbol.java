package skolem.frontend.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Parameter;
import skolem.frontend.syntax.Unit;

/// What a name at module or LET level stands for. Identity is equality: a symbol that reaches a
/// scope twice, along two EXTENDS, is one symbol.
public sealed interface Symbol {
  String name();

  /// How many arguments a use must give.
  int arity();

  /// Where it is introduced.
  Span span();

  /// A declared constant, or an operator constant.
  final class Constant implements Symbol {
    private final Parameter parameter;

    Constant(Parameter parameter) {
      this.parameter = parameter;
    }

    @Override
    public String name() {
      return parameter.name().name();
    }

    @Override
    public int arity() {
      return parameter.arity();
    }

    @Override
    public Span span() {
      return parameter.span();
    }
  }

  /// A declared state variable.
  final class Variable implements Symbol {
    private final Identifier identifier;

    Variable(Identifier identifier) {
      this.identifier = identifier;
    }

    @Override
    public String name() {
      return identifier.name();
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public Span span() {
      return identifier.span();
    }
  }

  /// An operator that the engines know, declared in one of our own modules.
  final class Native implements Symbol {
    private final String module;
    private final Parameter parameter;

    Native(String module, Parameter parameter) {
      this.module = module;
      this.parameter = parameter;
    }

    public String module() {
      return module;
    }

    @Override
    public String name() {
      return parameter.name().name();
    }

    @Override
    public int arity() {
      return parameter.arity();
    }

    @Override
    public Span span() {
      return parameter.span();
    }
  }

  /// An operator or function definition, a named assumption or a named theorem.
  final class Operator implements Symbol {
    /// What gives an operator its meaning.
    public enum Kind {
      DEFINITION,
      ASSUMPTION,
      THEOREM,
      /// A step of a proof.
      STEP
    }

    private final int arity;
    private final boolean local;
    private final Kind kind;
    private Identifier identifier;
    private List<Parameter> parameters = List.of();
    private List<Bound> functionBounds = List.of();
    private @Nullable Expr body;
    private boolean declaredRecursive;
    private boolean recursive;
    private @Nullable OperatorLevel level;

    private Operator(Identifier identifier, int arity, boolean local, Kind kind) {
      this.identifier = identifier;
      this.arity = arity;
      this.local = local;
      this.kind = kind;
    }

    Operator(Identifier identifier, int arity, boolean local) {
      this(identifier, arity, local, Kind.DEFINITION);
    }

    /// A named assumption or theorem.
    static Operator fact(Identifier name, Kind kind) {
      return new Operator(name, 0, false, kind);
    }

    /// A step of a proof, which is seen inside that proof only.
    static Operator step(Identifier label) {
      return new Operator(label, 0, true, Kind.STEP);
    }

    static Operator declared(Parameter parameter) {
      Operator operator = new Operator(parameter.name(), parameter.arity(), false);
      operator.declaredRecursive = true;
      return operator;
    }

    /// Says where the operator is defined, after a declaration.
    void definedBy(Identifier name) {
      identifier = name;
    }

    void define(List<Parameter> parameters, List<Bound> functionBounds, Expr body) {
      this.parameters = parameters;
      this.functionBounds = functionBounds;
      this.body = body;
    }

    void level(OperatorLevel level) {
      this.level = level;
    }

    public Kind kind() {
      return kind;
    }

    /// Whether it stands for an expression: not where it is a theorem or step of another form.
    public boolean isExpression() {
      return kind == Kind.DEFINITION || body != null;
    }

    /// The level of its applications; what is assumed of it before its definition has been read.
    public OperatorLevel level() {
      return level != null ? level : LanguageLevels.assumed(arity);
    }

    void markRecursive() {
      recursive = true;
    }

    @Override
    public String name() {
      return identifier.name();
    }

    @Override
    public int arity() {
      return arity;
    }

    @Override
    public Span span() {
      return identifier.span();
    }

    public Identifier identifier() {
      return identifier;
    }

    public boolean local() {
      return local;
    }

    public List<Parameter> parameters() {
      return parameters;
    }

    /// The bounds of a function definition `f[x \in S] == e`; empty for an operator.
    public List<Bound> functionBounds() {
      return functionBounds;
    }

    public boolean isDefined() {
      return body != null;
    }

    public Expr body() {
      if (body == null) {
        throw new IllegalStateException(name() + " has no body");
      }
      return body;
    }

    /// Whether a RECURSIVE declaration announced it.
    public boolean declaredRecursive() {
      return declaredRecursive;
    }

    /// Whether its body mentions it.
    public boolean recursive() {
      return recursive;
    }
  }

  /// `I(x) == INSTANCE M WITH …`, or an `INSTANCE M` without a name.
  final class Instance implements Symbol {
    private final Unit.Instance unit;
    private final ModuleScope module;
    private final Map<Symbol, Expr> substitutions = new LinkedHashMap<>();
    private Map<LevelParameter, LevelArgument> levels = Map.of();

    Instance(Unit.Instance unit, ModuleScope module) {
      this.unit = unit;
      this.module = module;
    }

    void substitute(Symbol declared, Expr value) {
      substitutions.put(declared, value);
    }

    /// What stands for each constant and variable, in their order.
    Map<Symbol, Expr> substitutions() {
      return substitutions;
    }

    void levels(Map<LevelParameter, LevelArgument> levels) {
      this.levels = levels;
    }

    /// The levels of what stands for each constant and variable.
    Map<LevelParameter, LevelArgument> levels() {
      return levels;
    }

    @Override
    public String name() {
      return unit.name() == null ? "" : unit.name().name();
    }

    @Override
    public int arity() {
      return unit.parameters().size();
    }

    @Override
    public Span span() {
      return unit.span();
    }

    public boolean local() {
      return unit.local();
    }

    public List<Parameter> parameters() {
      return unit.parameters();
    }

    /// The module that is instantiated.
    public ModuleScope module() {
      return module;
    }

    /// What a constant or variable of the module stands for, in the scope of the instance.
    ///
    /// @param declared a constant or variable of the module
    public Expr substitution(Symbol declared) {
      Expr value = substitutions.get(declared);
      if (value == null) {
        throw new IllegalStateException(declared.name() + " is not declared in " + module);
      }
      return value;
    }
  }

  /// A symbol that an INSTANCE without a name brings into scope.
  final class Imported implements Symbol {
    private final Instance instance;
    private final Symbol target;

    Imported(Instance instance, Symbol target) {
      this.instance = instance;
      this.target = target;
    }

    public Instance instance() {
      return instance;
    }

    public Symbol target() {
      return target;
    }

    /// The instances to go through, outermost first, ending in [#origin].
    public List<Instance> way() {
      List<Instance> way = new ArrayList<>(List.of(instance));
      Symbol at = target;
      while (at instanceof Imported further) {
        way.add(further.instance);
        at = further.target;
      }
      return way;
    }

    /// The symbol itself, behind all imports.
    public Symbol origin() {
      Symbol at = target;
      while (at instanceof Imported further) {
        at = further.target;
      }
      return at;
    }

    @Override
    public String name() {
      return target.name();
    }

    @Override
    public int arity() {
      return target.arity();
    }

    @Override
    public Span span() {
      return target.span();
    }
  }
}
