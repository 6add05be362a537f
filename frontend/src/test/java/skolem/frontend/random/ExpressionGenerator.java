package skolem.frontend.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Bound;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Operators;
import skolem.frontend.syntax.Operators.Operator;

/// Makes random expressions that stand for values, as trees with parentheses where precedence asks
/// for them.
///
/// Three kinds of places differ in what may stand there: *anything* where a bracket, comma or word
/// follows; an *operand* beside an operator; and a *primary*, which binds tighter than all
/// operators.
final class ExpressionGenerator {
  private static final List<String> NUMBERS =
      List.of("0", "7", "007", "12345678901234567890", "\\b101", "\\o17", "\\hfF", "\\B0", "1.5");
  private static final List<String> TEXTS =
      List.of("", "a", "(* no comment *)", "\\* nor this", "q\"\\\n\t", "é ∈ ☃", "====");
  private static final List<String> PREFIX = List.of("~", "-.", "SUBSET", "UNION", "DOMAIN");

  private final Choice choice;
  private final LocalDefinitions definitions;

  ExpressionGenerator(Choice choice) {
    this.choice = choice;
    this.definitions = new LocalDefinitions(choice, this);
  }

  // ── Places ──────────────────────────────────────────────────────────────────────────────────

  Expr anything(Names names, int depth) {
    if (depth <= 0) {
      return leaf(names);
    }
    return switch (choice.below(8)) {
      case 0, 1 -> infix(names, depth, 0, true);
      case 2 -> prefix(names, depth, 0, true);
      case 3, 4 -> unended(names, depth);
      default -> primary(names, depth);
    };
  }

  /// An operand of an operator whose precedence reaches up to `above`.
  ///
  /// @param last whether nothing follows that an unended expression could swallow
  private Expr operand(Names names, int depth, int above, boolean last) {
    if (depth > 0) {
      switch (choice.below(6)) {
        case 0, 1 -> {
          return infix(names, depth, above, last);
        }
        case 2 -> {
          return prefix(names, depth, above, last);
        }
        case 3 -> {
          if (last) {
            return unended(names, depth);
          }
        }
        default -> {}
      }
    }
    return primary(names, depth);
  }

  // ── Operators ───────────────────────────────────────────────────────────────────────────────

  /// An application of an infix operator that binds tighter than `above`, or a primary.
  private Expr infix(Names names, int depth, int above, boolean last) {
    List<String> symbols =
        names.symbols().stream().filter(symbol -> known(symbol).low() > above).toList();
    if (symbols.isEmpty()) {
      return primary(names, depth);
    }
    Operator operator = known(choice.of(symbols));
    Expr right = operand(names, depth - 1, operator.high(), last);
    if (operator.symbol().equals("\\X")) {
      List<Expr> factors = new ArrayList<>();
      for (int i = choice.below(2); i >= 0; i--) {
        factors.add(operand(names, depth - 2, operator.high(), false));
      }
      factors.add(right);
      return new Expr.Product(factors, Span.NONE);
    }
    return new Expr.Infix(symbol(operator), left(names, depth - 1, operator), right, Span.NONE);
  }

  private Expr left(Names names, int depth, Operator operator) {
    if (depth > 0 && operator.associative() && choice.oneIn(3)) {
      Expr right = operand(names, depth - 1, operator.high(), false);
      return new Expr.Infix(symbol(operator), left(names, depth - 1, operator), right, Span.NONE);
    }
    return depth > 0 && choice.oneIn(8)
        ? junction(names, depth)
        : operand(names, depth, operator.high(), false);
  }

  private Expr prefix(Names names, int depth, int above, boolean last) {
    Operator operator = Objects.requireNonNull(Operators.prefix(choice.of(PREFIX)));
    if (operator.low() <= above) {
      return primary(names, depth);
    }
    Expr operand = operand(names, depth - 1, operator.high(), last);
    return new Expr.Prefix(symbol(operator), operand, Span.NONE);
  }

  private static Operator known(String symbol) {
    return Objects.requireNonNull(Operators.infix(symbol));
  }

  private static Expr.Symbol symbol(Operator operator) {
    return new Expr.Symbol(List.of(), operator.symbol(), Span.NONE);
  }

  // ── What takes all that follows ─────────────────────────────────────────────────────────────

  private Expr unended(Names names, int depth) {
    return switch (choice.below(6)) {
      case 0, 1 -> junction(names, depth);
      case 2 -> {
        Bounds bounds = bounds(names, depth - 1);
        Expr.Quantifier quantifier =
            choice.oneIn(2) ? Expr.Quantifier.FORALL : Expr.Quantifier.EXISTS;
        yield new Expr.Quantified(
            quantifier, bounds.list(), anything(bounds.inner(), depth - 1), Span.NONE);
      }
      case 3 -> choose(names, depth);
      case 4 ->
          choice.oneIn(2)
              ? new Expr.If(
                  anything(names, depth - 1),
                  anything(names, depth - 1),
                  anything(names, depth - 1),
                  Span.NONE)
              : cases(names, depth);
      default -> definitions.let(names, depth);
    };
  }

  private Expr junction(Names names, int depth) {
    List<Expr> items = some(1, () -> anything(names, depth - 1));
    return new Expr.Junction(choice.oneIn(2), items, Span.NONE);
  }

  private Expr choose(Names names, int depth) {
    Bound.Pattern pattern = pattern();
    Names inner = binding(names, pattern);
    boolean bounded = pattern.tuple() || choice.oneIn(2);
    Expr set = bounded ? anything(names, depth - 1) : null;
    return new Expr.Choose(pattern, set, anything(inner, depth - 1), Span.NONE);
  }

  /// The value of an arm must end before the next `[]`, as everything does but another CASE.
  private Expr cases(Names names, int depth) {
    List<Expr.Arm> arms =
        some(
            1,
            () -> new Expr.Arm(anything(names, depth - 1), primary(names, depth - 1), Span.NONE));
    return new Expr.Case(arms, choice.oneIn(2) ? anything(names, depth - 1) : null, Span.NONE);
  }

  // ── Primaries ───────────────────────────────────────────────────────────────────────────────

  private Expr primary(Names names, int depth) {
    if (depth <= 0) {
      return leaf(names);
    }
    return switch (choice.below(10)) {
      case 0, 1 -> leaf(names);
      case 2 -> new Expr.Parenthesized(anything(names, depth - 1), Span.NONE);
      case 3, 4 -> application(names, depth);
      case 5 -> set(names, depth);
      case 6 -> function(names, depth);
      case 7 -> record(names, depth);
      case 8 -> new Expr.Tuple(some(0, () -> anything(names, depth - 1)), Span.NONE);
      default -> selection(names, depth);
    };
  }

  private Expr leaf(Names names) {
    return switch (choice.below(6)) {
      case 0 -> new Expr.NumberLiteral(choice.of(NUMBERS), Span.NONE);
      case 1 -> new Expr.StringLiteral(choice.of(TEXTS), Span.NONE);
      case 2 -> new Expr.BooleanLiteral(choice.oneIn(2), Span.NONE);
      case 3 -> names.at() ? new Expr.At(Span.NONE) : name(names);
      default -> name(names);
    };
  }

  private Expr.Reference name(Names names) {
    List<String> all = new ArrayList<>(List.of("BOOLEAN", "STRING"));
    all.addAll(names.values());
    all.addAll(names.states());
    return Trees.reference(choice.of(all), List.of());
  }

  private Expr application(Names names, int depth) {
    if (names.operators().isEmpty()) {
      return leaf(names);
    }
    Names.Operator operator = choice.of(names.operators());
    List<Expr> arguments = new ArrayList<>();
    for (int arity : operator.parameters()) {
      arguments.add(
          arity == 0 ? anything(names, depth - 1) : definitions.operator(names, arity, depth));
    }
    return Trees.reference(operator.name(), arguments);
  }

  private Expr set(Names names, int depth) {
    return switch (choice.below(3)) {
      case 0 -> new Expr.SetEnumeration(some(0, () -> anything(names, depth - 1)), Span.NONE);
      case 1 -> {
        Bound.Pattern pattern = pattern();
        Expr predicate = anything(binding(names, pattern), depth - 1);
        yield new Expr.SetFilter(pattern, anything(names, depth - 1), predicate, Span.NONE);
      }
      default -> {
        Bounds bounds = bounds(names, depth - 1);
        // `{x \in S : y \in T}` would be a filter.
        Expr element = primary(bounds.inner(), depth - 1);
        yield new Expr.SetMap(element, bounds.list(), Span.NONE);
      }
    };
  }

  private Expr function(Names names, int depth) {
    if (choice.oneIn(2)) {
      return new Expr.FunctionSet(
          anything(names, depth - 1), anything(names, depth - 1), Span.NONE);
    }
    Bounds bounds = bounds(names, depth - 1);
    return new Expr.FunctionConstructor(
        bounds.list(), anything(bounds.inner(), depth - 1), Span.NONE);
  }

  private Expr record(Names names, int depth) {
    List<Expr.Field> fields =
        some(1, () -> new Expr.Field(choice.fresh(), anything(names, depth - 1)));
    return choice.oneIn(2)
        ? new Expr.RecordConstructor(fields, Span.NONE)
        : new Expr.RecordSet(fields, Span.NONE);
  }

  private Expr selection(Names names, int depth) {
    // A name may be that of a function, which takes a tuple for its arguments.
    boolean named = choice.oneIn(2);
    Expr of = named ? name(names) : new Expr.Parenthesized(anything(names, depth - 1), Span.NONE);
    return switch (choice.below(3)) {
      case 0 -> {
        List<Expr> arguments =
            named ? List.of(anything(names, depth - 1)) : some(1, () -> anything(names, depth - 1));
        yield new Expr.FunctionApplication(of, arguments, Span.NONE);
      }
      case 1 -> new Expr.FieldAccess(of, choice.fresh(), Span.NONE);
      default -> new Expr.Except(of, some(1, () -> update(names, depth - 1)), Span.NONE);
    };
  }

  private Expr.Update update(Names names, int depth) {
    List<Expr.Selector> path =
        some(
            1,
            () ->
                choice.oneIn(2)
                    ? new Expr.Selector.Member(choice.fresh())
                    : new Expr.Selector.Index(some(1, () -> anything(names, depth)), Span.NONE));
    return new Expr.Update(path, anything(names.withAt(), depth), Span.NONE);
  }

  // ── Bounds ──────────────────────────────────────────────────────────────────────────────────

  /// Bounds, and what may be mentioned within them.
  record Bounds(List<Bound> list, Names inner) {}

  Bounds bounds(Names names, int depth) {
    List<Bound> list = new ArrayList<>();
    Names inner = names;
    for (int i = choice.below(2); i >= 0; i--) {
      List<Bound.Pattern> patterns = choice.oneIn(4) ? List.of(tuple()) : some(1, this::single);
      for (Bound.Pattern pattern : patterns) {
        inner = binding(inner, pattern);
      }
      list.add(new Bound(patterns, anything(names, depth), Span.NONE));
    }
    return new Bounds(list, inner);
  }

  private Bound.Pattern pattern() {
    return choice.oneIn(4) ? tuple() : single();
  }

  private Bound.Pattern tuple() {
    return new Bound.Pattern(some(1, choice::fresh), true, Span.NONE);
  }

  private Bound.Pattern single() {
    return new Bound.Pattern(List.of(choice.fresh()), false, Span.NONE);
  }

  private static Names binding(Names names, Bound.Pattern pattern) {
    Names inner = names;
    for (Identifier name : pattern.names()) {
      inner = inner.withValue(name.name());
    }
    return inner;
  }

  /// A short list, with at least so many items.
  private <T> List<T> some(int least, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = least + choice.below(3); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }
}
