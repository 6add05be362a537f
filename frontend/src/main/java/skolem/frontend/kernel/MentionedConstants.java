package skolem.frontend.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// The constants that expressions mention, themselves or through definitions, and whether they
/// apply anything that depends on the order of values.
///
/// A set or tuple that is written out of constants is one constant.
///
/// @param values each once
/// @param orderDependent the first of its kind; null where there is none
public record MentionedConstants(List<Value> values, @Nullable Expr orderDependent) {
  /// `ToString` shows names, which renaming changes; what is sorted may compare equal.
  private static final Set<Builtin> ORDERED =
      EnumSet.of(
          Builtin.FOLD_SET,
          Builtin.SORT_SEQ,
          Builtin.TO_STRING,
          Builtin.RANDOM_ELEMENT,
          Builtin.JAVA_TIME,
          Builtin.TLC_GET,
          Builtin.TLC_SET);

  private static final Set<Builtin> COMPARISONS =
      EnumSet.of(Builtin.LESS, Builtin.LESS_EQUAL, Builtin.GREATER, Builtin.GREATER_EQUAL);

  public MentionedConstants {
    values = List.copyOf(values);
  }

  public static MentionedConstants of(List<Expr> exprs) {
    Walk walk = new Walk();
    exprs.forEach(walk::visit);
    return new MentionedConstants(List.copyOf(walk.values), walk.orderDependent);
  }

  private static final class Walk {
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> values = new LinkedHashSet<>();
    private @Nullable Expr orderDependent;

    void visit(Expr expr) {
      Value constant = constant(expr);
      if (constant != null) {
        values.add(constant);
        return;
      }
      if (orderDependent == null && dependsOnOrder(expr)) {
        orderDependent = expr;
      }
      KernelTree.operators(expr).forEach(this::visit);
      KernelTree.children(expr).forEach(this::visit);
    }

    private void visit(OperatorRef operator) {
      switch (operator) {
        case OperatorRef.Defined(var definition) -> {
          if (seen.add(definition)) {
            visit(definition.body());
          }
        }
        case OperatorRef.Lambda(_, var body) -> visit(body);
        case OperatorRef.Parameter _, OperatorRef.Native _ -> {}
      }
    }
  }

  // ── Constants ───────────────────────────────────────────────────────────────────────────────

  private static @Nullable Value constant(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var value, _) -> value;
      case Expr.SetEnumeration(var elements, _) -> {
        List<Value> values = constants(elements);
        yield values == null ? null : SetValue.of(values);
      }
      case Expr.TupleLiteral(var elements, _) -> {
        List<Value> values = constants(elements);
        yield values == null ? null : TupleValue.of(values);
      }
      default -> null;
    };
  }

  private static @Nullable List<Value> constants(List<Expr> exprs) {
    List<Value> values = new ArrayList<>(exprs.size());
    for (Expr expr : exprs) {
      Value value = constant(expr);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  // ── Order ───────────────────────────────────────────────────────────────────────────────────

  private static boolean dependsOnOrder(Expr expr) {
    return switch (expr) {
      case Expr.Choose e -> !isExtremum(e);
      case Expr.UnboundedChoose _ -> true;
      case Expr.Native e ->
          (ORDERED.contains(e.builtin()) && !PlaceInBehaviour.isAskedBy(e)) || isAnyOrdered(e);
      default -> isAnyOrdered(expr);
    };
  }

  private static boolean isAnyOrdered(Expr expr) {
    return KernelTree.operators(expr).stream()
        .anyMatch(operator ->
            operator instanceof OperatorRef.Native(var builtin) && ORDERED.contains(builtin));
  }

  /// Whether it is `CHOOSE x \in S : \A y \in S : x <= y`, or with another comparison: an integer
  /// where it has a value, and then the only one.
  private static boolean isExtremum(Expr.Choose expr) {
    return expr.binding().set() instanceof Expr.LocalRef(var set, _)
        && expr.predicate() instanceof Expr.Quantified(var universal, var bindings, var body, _)
        && universal
        && bindings.size() == 1
        && bindings.getFirst().set() instanceof Expr.LocalRef(var same, _)
        && set.equals(same)
        && !expr.binding().tuple()
        && !bindings.getFirst().tuple()
        && body instanceof Expr.Native comparison
        && COMPARISONS.contains(comparison.builtin())
        && Set.of(expr.binding().local(), bindings.getFirst().local())
            .equals(mentioned(comparison));
  }

  private static Set<Local> mentioned(Expr.Native comparison) {
    Set<Local> locals = new LinkedHashSet<>();
    for (Expr operand : KernelTree.children(comparison)) {
      locals.addAll(KernelTree.mentionedLocals(operand));
    }
    return locals;
  }
}
