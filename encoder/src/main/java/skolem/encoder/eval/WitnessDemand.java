package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.Splitting;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.KernelInspection;
import skolem.frontend.kernel.KernelTree;
import skolem.frontend.kernel.Level;
import skolem.frontend.kernel.Local;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.value.Value;

/// Counts the properties of single elements that a quantifier over an arbitrary set asks for
/// ([Witnesses]).
///
/// The property is the body; what it is about, besides the element, is told by the largest parts of
/// the body that do not mention the element. A part that depends on other witnesses may have any of
/// its values, each of which makes a property of its own.
final class WitnessDemand {
  /// How many properties one quantifier may ask for.
  private static final int MOST = 2_000;

  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final Map<Question, List<Expr>> known = new HashMap<>();

  WitnessDemand(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  /// Counts what a quantifier asks of the elements that its binding `at` goes through.
  ///
  /// @return the place of the witness for it, or -1 where it asks for several properties
  int count(Expr.Quantified expr, int at, Context context) {
    Site site = context.site(expr.span());
    Question question = new Question(expr, at);
    List<List<Object>> which = List.of(List.of());
    for (Expr part : known.computeIfAbsent(question, q -> parts(q, site))) {
      which = extended(which, values(part, context, site), site);
    }
    int place = -1;
    for (List<Object> property : which) {
      place = algebra.witnesses().ask(question, property);
    }
    return which.size() == 1 ? place : -1;
  }

  /// A quantifier, as this object, from one of its bindings on.
  private record Question(Expr.Quantified quantifier, int at) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Question(var otherQuantifier, var otherAt)
          && quantifier == otherQuantifier
          && at == otherAt;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(quantifier) + at;
    }
  }

  private List<Expr> parts(Question question, Site site) {
    List<Binding> bindings = question.quantifier().bindings();
    int at = question.at();
    Set<Local> bound = new HashSet<>();
    bindings.subList(at, bindings.size()).forEach(b -> bound.addAll(b.locals()));
    Parts parts = new Parts(site);
    bindings.subList(at + 1, bindings.size()).forEach(b -> parts.visit(b.set(), bound));
    parts.visit(question.quantifier().body(), bound);
    return List.copyOf(parts.found.values());
  }

  /// What a part may be: its value, or each of the constants that the witnesses may make it.
  private List<? extends Object> values(Expr part, Context context, Site site) {
    for (Local local : KernelInspection.of(part).free()) {
      if (context.env().lookup(local) == null) {
        throw algebra.witnesses().refusal(site);
      }
    }
    SymValue value = evaluator.evaluate(part, context.with(new Faults(formulas)));
    Value constant = algebra.constant(value);
    if (constant != null) {
      return List.of(constant);
    }
    return algebra.witnesses().dependsOnThem(value)
        ? algebra.split(value, site).stream().map(Splitting.Possibility::value).toList()
        : List.of(value);
  }

  private List<List<Object>> extended(
      List<List<Object>> all, List<? extends Object> values, Site site) {
    if ((long) all.size() * values.size() > MOST) {
      throw site.unsupported(
          "what this quantifier asks of an element of a set that cannot be listed depends on more"
              + " than "
              + MOST
              + " values of other elements");
    }
    List<List<Object>> extended = new ArrayList<>(all.size() * values.size());
    for (List<Object> before : all) {
      for (Object value : values) {
        List<Object> longer = new ArrayList<>(before);
        longer.add(value);
        extended.add(longer);
      }
    }
    return extended;
  }

  /// The largest parts of an expression that do not mention what is bound in it, constants aside.
  private final class Parts {
    private final Site site;
    private final Map<Object, Expr> found = new LinkedHashMap<>();
    private final Set<Definition> seen = new HashSet<>();

    Parts(Site site) {
      this.site = site;
    }

    void visit(Expr expr, Set<Local> bound) {
      KernelInspection.Facts facts = KernelInspection.of(expr);
      if (facts.free().stream().noneMatch(bound::contains)) {
        if (facts.level() != Level.CONSTANT || !facts.free().isEmpty()) {
          found.putIfAbsent(name(expr), expr);
        }
        return;
      }
      if (facts.level().compareTo(Level.STATE) > 0 || expr instanceof Expr.Enabled) {
        throw algebra.witnesses().refusal(site);
      }
      Set<Local> inside = new HashSet<>(bound);
      inside.addAll(KernelTree.boundLocals(expr));
      KernelTree.children(expr).forEach(child -> visit(child, inside));
      KernelTree.operators(expr).forEach(operator -> visit(operator, inside));
    }

    /// What is the same wherever a local or a variable is mentioned.
    private static Object name(Expr expr) {
      return switch (expr) {
        case Expr.LocalRef(var local, _) -> local;
        case Expr.VariableRef(var variable, _) -> variable;
        default -> expr;
      };
    }

    private void visit(OperatorRef operator, Set<Local> bound) {
      switch (operator) {
        case OperatorRef.Native _ -> {}
        case OperatorRef.Lambda(var parameters, var body) -> visit(body, with(bound, parameters));
        case OperatorRef.Parameter _ -> throw algebra.witnesses().refusal(site);
        case OperatorRef.Defined(var definition) -> {
          if (seen.add(definition)) {
            visit(definition.body(), with(bound, definition.parameters()));
          }
        }
      }
    }

    private static Set<Local> with(Set<Local> bound, List<Local> more) {
      Set<Local> all = new HashSet<>(bound);
      all.addAll(more);
      return all;
    }
  }
}
