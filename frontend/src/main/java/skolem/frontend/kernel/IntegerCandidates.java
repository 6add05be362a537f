package skolem.frontend.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;

/// Writes a quantifier over Nat or Int as one over finitely many integers, where the bound integer
/// occurs in linear comparisons and remainders only (Cooper, Theorem Proving in Arithmetic without
/// Multiplication, 1972).
///
/// A comparison `a * n + t < 0`, or with another sign, changes its truth only next to `-t / a`.
/// Between two such places the body depends on n modulo the divisors in it alone: if some integer
/// makes it true, then one does that is at most their least common multiple away from such a place,
/// or from 0 where there is none.
public final class IntegerCandidates {
  /// With more integers to look at than this, a quantifier is left as it is.
  private static final int MOST = 1_000;

  private IntegerCandidates() {}

  /// The same truth without going through all integers in the first binding; null where that is not
  /// over Nat or Int, or the body is not as described above.
  public static @Nullable Expr finite(Expr.Quantified quantified) {
    Expr witnessed = witnessed(quantified);
    if (witnessed == null) {
      return null;
    }
    Local local = quantified.bindings().getFirst().local();
    Places places = new Places(local, UnaryOperator.identity());
    places.visit(witnessed, Map.of(local, LinearForm.bound(local)));
    if (!places.fit) {
      return null;
    }
    Span span = quantified.span();
    Map<UnaryOperator<Expr>, List<Expr>> byScope = new LinkedHashMap<>();
    for (Place place : places.all()) {
      byScope.computeIfAbsent(place.scope(), _ -> new ArrayList<>()).add(place.at().toExpr(span));
    }
    List<Expr> cases = new ArrayList<>();
    byScope.forEach((scope, integers) ->
        cases.add(scope.apply(some(local, new Expr.SetEnumeration(integers, span), witnessed))));
    Expr exists = new Expr.Or(cases, span);
    return quantified.universal() ? not(exists) : exists;
  }

  /// What a value of the first local must make true: to be in its set, and the rest, or its
  /// negation where the quantifier is universal.
  private static @Nullable Expr witnessed(Expr.Quantified quantified) {
    List<Binding> bindings = quantified.bindings();
    Binding first = bindings.getFirst();
    Span span = quantified.span();
    Expr member =
        first.tuple() ? null : membership(new Expr.LocalRef(first.local(), span), first.set());
    if (member == null) {
      return null;
    }
    boolean universal = quantified.universal();
    Expr rest =
        bindings.size() == 1
            ? quantified.body()
            : new Expr.Quantified(
                universal, bindings.subList(1, bindings.size()), quantified.body(), span);
    return new Expr.And(List.of(member, universal ? not(rest) : rest), span);
  }

  /// That an integer is in a set of integers; null where it is not known that the set is one.
  private static @Nullable Expr membership(Expr member, Expr set) {
    Span span = set.span();
    return switch (set) {
      case Expr.Native n when n.builtin() == Builtin.INTEGERS ->
          new Expr.Literal(BoolValue.TRUE, span);
      case Expr.Native n when n.builtin() == Builtin.NATURALS ->
          LinearForm.binary(
              Builtin.GREATER_EQUAL, member, LinearForm.number(BigInteger.ZERO, span), span);
      case Expr.Native n when n.builtin() == Builtin.SET_MINUS -> {
        Expr inWhole = membership(member, n.value(0));
        yield inWhole == null
            ? null
            : new Expr.And(
                List.of(inWhole, LinearForm.binary(Builtin.NOT_IN, member, n.value(1), span)),
                span);
      }
      case Expr.SetFilter(var binding, var predicate, _) when !binding.tuple() -> {
        Expr inWhole = membership(member, binding.set());
        yield inWhole == null
            ? null
            : new Expr.And(
                List.of(
                    inWhole,
                    some(
                        binding.local(),
                        new Expr.SetEnumeration(List.of(member), span),
                        predicate)),
                span);
      }
      case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
          when operands.isEmpty() && !definition.recursive() ->
          membership(member, definition.body());
      default -> null;
    };
  }

  private static Expr some(Local local, Expr set, Expr body) {
    return new Expr.Quantified(
        false, List.of(new Binding(List.of(local), false, set)), body, body.span());
  }

  private static Expr not(Expr expr) {
    return new Expr.Native(Builtin.NOT, List.of(new Operand.ValueOperand(expr)), expr.span());
  }

  /// Where the truth of a formula may change.
  ///
  /// @param scope makes of a formula about the place one that says so of some values of the locals
  ///   that the place mentions, where their guards hold
  private record Place(LinearForm at, UnaryOperator<Expr> scope) {}

  /// The places for one local, found from the outside in.
  private static final class Places {
    private final Local local;
    private final UnaryOperator<Expr> outside;
    private final List<Place> found = new ArrayList<>();
    private BigInteger period = BigInteger.ONE;
    private boolean fit = true;

    /// @param outside the scope of the quantifier
    Places(Local local, UnaryOperator<Expr> outside) {
      this.local = local;
      this.outside = outside;
    }

    /// @param bound what the locals stand for that depend on bound integers
    void visit(Expr witnessed, Map<Local, LinearForm> bound) {
      visit(witnessed, bound, outside);
      BigInteger each = period.multiply(BigInteger.TWO).add(BigInteger.ONE);
      BigInteger all = each.multiply(BigInteger.valueOf(found.size() + 1L));
      fit &= all.compareTo(BigInteger.valueOf(MOST)) <= 0;
    }

    /// All integers that are close enough to one of the places.
    List<Place> all() {
      List<Place> all = new ArrayList<>();
      List<Place> centres = new ArrayList<>(found);
      centres.add(new Place(LinearForm.constant(BigInteger.ZERO), outside));
      for (Place centre : centres) {
        for (BigInteger by = period.negate();
            by.compareTo(period) <= 0;
            by = by.add(BigInteger.ONE)) {
          all.add(new Place(centre.at().plus(by), centre.scope()));
        }
      }
      return all;
    }

    /// @param bound what the locals stand for that depend on bound integers
    private void visit(Expr expr, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      if (!fit || isFree(expr, bound)) {
        return;
      }
      switch (expr) {
        case Expr.And(var conjuncts, _) -> inOrder(conjuncts, true, bound, scope);
        case Expr.Or(var disjuncts, _) -> inOrder(disjuncts, false, bound, scope);
        case Expr.Implies(var premise, var conclusion, _) -> {
          visit(premise, bound, scope);
          visit(conclusion, bound, after(premise, true, bound, scope));
        }
        case Expr.If(var condition, var thenBranch, var elseBranch, _) -> {
          visit(condition, bound, scope);
          visit(thenBranch, bound, after(condition, true, bound, scope));
          visit(elseBranch, bound, after(condition, false, bound, scope));
        }
        case Expr.Let(var definitions, var body, var span) ->
            visit(body, bound, inner -> scope.apply(new Expr.Let(definitions, inner, span)));
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when !definition.recursive() ->
            unfold(definition, operands, bound, scope);
        case Expr.Quantified e -> quantified(e, bound, scope);
        case Expr.Native e -> atom(e, bound, scope);
        default -> fit = false;
      }
    }

    private void inOrder(
        List<Expr> parts, boolean until, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      UnaryOperator<Expr> here = scope;
      for (Expr part : parts) {
        visit(part, bound, here);
        here = after(part, until, bound, here);
      }
    }

    /// Where a condition has a truth value, if that can be said without the bound integers.
    private UnaryOperator<Expr> after(
        Expr condition, boolean value, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      if (!isFree(condition, bound)) {
        return scope;
      }
      Expr guard = value ? condition : not(condition);
      return inner -> scope.apply(new Expr.And(List.of(guard, inner), condition.span()));
    }

    private void unfold(
        Definition definition,
        List<Operand> operands,
        Map<Local, LinearForm> bound,
        UnaryOperator<Expr> scope) {
      Map<Local, LinearForm> inside = new HashMap<>(bound);
      UnaryOperator<Expr> here = scope;
      for (int i = 0; i < operands.size(); i++) {
        Local parameter = definition.parameters().get(i);
        if (!(operands.get(i) instanceof Operand.ValueOperand(var value))) {
          fit = false;
          return;
        }
        if (isFree(value, bound)) {
          requireUnbound(List.of(parameter), here);
          UnaryOperator<Expr> outer = here;
          Expr only = new Expr.SetEnumeration(List.of(value), value.span());
          here = inner -> outer.apply(some(parameter, only, inner));
        } else if (!stand(parameter, value, inside, bound)) {
          return;
        }
      }
      visit(definition.body(), inside, here);
    }

    private void quantified(
        Expr.Quantified expr, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      Expr witnessed = witnessed(expr);
      if (witnessed != null) {
        overIntegers(expr.bindings().getFirst().local(), witnessed, bound, scope);
        return;
      }
      Binding first = expr.bindings().getFirst();
      List<Binding> others = expr.bindings().subList(1, expr.bindings().size());
      Expr rest =
          others.isEmpty()
              ? expr.body()
              : new Expr.Quantified(expr.universal(), others, expr.body(), expr.span());
      if (isFree(first.set(), bound)) {
        requireUnbound(first.locals(), scope);
        visit(
            rest,
            bound,
            inner -> scope.apply(new Expr.Quantified(false, List.of(first), inner, expr.span())));
      } else if (first.set() instanceof Expr.SetEnumeration(var elements, _) && !first.tuple()) {
        for (Expr element : elements) {
          Map<Local, LinearForm> inside = new HashMap<>(bound);
          if (stand(first.local(), element, inside, bound)) {
            visit(rest, inside, scope);
          }
        }
      } else {
        fit = false;
      }
    }

    private void overIntegers(
        Local inner, Expr witnessed, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      Places places = new Places(inner, scope);
      Map<Local, LinearForm> inside = new HashMap<>(bound);
      inside.put(inner, LinearForm.bound(inner));
      places.visit(witnessed, inside);
      fit &= places.fit;
      for (Place place : fit ? places.all() : List.<Place>of()) {
        inside.put(inner, place.at());
        visit(witnessed, Map.copyOf(inside), place.scope());
      }
    }

    /// A place is about one value of each local of its scope; bound once more, the local would
    /// stand for two.
    private void requireUnbound(List<Local> locals, UnaryOperator<Expr> scope) {
      fit &= !binds(scope.apply(new Expr.Literal(BoolValue.TRUE, Span.NONE)), locals);
    }

    private static boolean binds(Expr expr, List<Local> locals) {
      return !Collections.disjoint(KernelTree.boundLocals(expr), locals)
          || KernelTree.children(expr).stream().anyMatch(child -> binds(child, locals));
    }

    private boolean stand(
        Local parameter, Expr value, Map<Local, LinearForm> inside, Map<Local, LinearForm> bound) {
      LinearForm form = linear(value, bound);
      fit &= form != null;
      if (form != null) {
        inside.put(parameter, form);
      }
      return form != null;
    }

    private void atom(Expr.Native expr, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      switch (expr.builtin()) {
        case NOT -> visit(expr.value(0), bound, scope);
        case EQUIVALENT -> {
          visit(expr.value(0), bound, scope);
          visit(expr.value(1), bound, scope);
        }
        case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
            compare(expr.value(0), expr.value(1), bound, scope);
        case IN, NOT_IN -> member(expr.value(0), expr.value(1), bound, scope);
        default -> fit = false;
      }
    }

    private void member(
        Expr element, Expr set, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      Span span = set.span();
      switch (set) {
        case Expr.Native n when n.builtin() == Builtin.RANGE -> {
          compare(element, n.value(0), bound, scope);
          compare(element, n.value(1), bound, scope);
        }
        case Expr.SetEnumeration(var elements, _) ->
            elements.forEach(each -> compare(element, each, bound, scope));
        default -> {
          Expr membership = membership(element, set);
          if (membership != null) {
            fit &= linear(element, bound) != null;
            visit(membership, bound, scope);
          } else if (isFree(set, bound)) {
            Local each = new Local("element", 0);
            compare(
                element,
                new Expr.LocalRef(each, span),
                bound,
                inner -> scope.apply(some(each, set, inner)));
          } else {
            fit = false;
          }
        }
      }
    }

    private void compare(
        Expr left, Expr right, Map<Local, LinearForm> bound, UnaryOperator<Expr> scope) {
      LinearForm minuend = linear(left, bound);
      LinearForm subtrahend = linear(right, bound);
      if (minuend == null || subtrahend == null) {
        fit = false;
        return;
      }
      LinearForm difference = minuend.plus(subtrahend.times(BigInteger.ONE.negate()));
      BigInteger factor = difference.coefficient(local);
      if (factor.signum() == 0) {
        period = LinearForm.leastCommonMultiple(period, difference.period());
        return;
      }
      LinearForm at = quotient(difference.without(local), factor, left.span());
      fit &= at != null && found.size() < MOST;
      if (at != null) {
        found.add(new Place(at, guarded(difference, scope)));
      }
    }

    /// The root of `factor * n + rest`, rounded down; null where that is no linear form.
    private static @Nullable LinearForm quotient(LinearForm rest, BigInteger factor, Span span) {
      if (rest.isPeriodic()) {
        return null;
      }
      LinearForm dividend = factor.signum() > 0 ? rest.times(BigInteger.ONE.negate()) : rest;
      BigInteger divisor = factor.abs();
      if (divisor.equals(BigInteger.ONE)) {
        return dividend;
      }
      return dividend.coefficients().isEmpty()
          ? LinearForm.of(
              LinearForm.binary(
                  Builtin.DIVIDE, dividend.toExpr(span), LinearForm.number(divisor, span), span))
          : null;
    }

    /// Only where what is compared with is an integer: a model value is equal to none.
    private static UnaryOperator<Expr> guarded(LinearForm form, UnaryOperator<Expr> scope) {
      UnaryOperator<Expr> here = scope;
      for (LinearForm.Multiple other : form.others()) {
        UnaryOperator<Expr> outer = here;
        Span span = other.expr().span();
        Expr guard =
            LinearForm.binary(
                Builtin.IN, other.expr(), new Expr.Native(Builtin.INTEGERS, List.of(), span), span);
        here = inner -> outer.apply(new Expr.And(List.of(guard, inner), span));
      }
      return here;
    }

    // ── Terms ─────────────────────────────────────────────────────────────────────────────────

    private static @Nullable LinearForm linear(Expr expr, Map<Local, LinearForm> bound) {
      return switch (expr) {
        case Expr.Literal(IntValue value, _) -> LinearForm.constant(value.bigValue());
        case Expr.LocalRef(var local, _) when bound.containsKey(local) -> bound.get(local);
        case Expr.Apply(OperatorRef.Defined(var definition), var operands, _)
            when !definition.recursive()
                && (!isFree(expr, bound) || definition.body() instanceof Expr.Literal) ->
            unfolded(definition, operands, bound);
        case Expr.Native e when isArithmetic(e.builtin()) -> arithmetic(e, bound);
        default -> isFree(expr, bound) ? LinearForm.of(expr) : null;
      };
    }

    private static @Nullable LinearForm unfolded(
        Definition definition, List<Operand> operands, Map<Local, LinearForm> bound) {
      Map<Local, LinearForm> inside = new HashMap<>(bound);
      for (int i = 0; i < operands.size(); i++) {
        LinearForm form =
            operands.get(i) instanceof Operand.ValueOperand(var value)
                ? linear(value, bound)
                : null;
        if (form == null) {
          return null;
        }
        inside.put(definition.parameters().get(i), form);
      }
      return linear(definition.body(), inside);
    }

    private static boolean isArithmetic(Builtin builtin) {
      return switch (builtin) {
        case PLUS, MINUS, NEGATE, TIMES, MODULO -> true;
        default -> false;
      };
    }

    private static @Nullable LinearForm arithmetic(Expr.Native expr, Map<Local, LinearForm> bound) {
      LinearForm left = linear(expr.value(0), bound);
      LinearForm right = expr.operands().size() > 1 ? linear(expr.value(1), bound) : left;
      if (left == null || right == null) {
        return null;
      }
      LinearForm form =
          switch (expr.builtin()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.plus(right.times(BigInteger.ONE.negate()));
            case NEGATE -> left.times(BigInteger.ONE.negate());
            case TIMES ->
                left.isConstant()
                    ? right.times(left.constant())
                    : right.isConstant() ? left.times(right.constant()) : null;
            default ->
                right.isConstant() && right.constant().signum() > 0 && !left.isPeriodic()
                    ? LinearForm.periodic(right.constant())
                    : null;
          };
      return isFree(expr, bound) && (form == null || !form.isConstant())
          ? LinearForm.of(expr)
          : form;
    }

    private static boolean isFree(Expr expr, Map<Local, LinearForm> bound) {
      Set<Local> free = KernelInspection.of(expr).free();
      return Collections.disjoint(free, bound.keySet());
    }
  }
}
