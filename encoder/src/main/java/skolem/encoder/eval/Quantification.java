package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Picking;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Binding;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.IntegerCandidates;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Quantifiers and comprehensions: over the elements of the set one by one, or over one element
/// that fresh variables pick.
final class Quantification {
  /// A described set with more elements than this is quantified over by picking.
  private static final int EXPAND_UP_TO = 600;

  private static final String INTEGERS =
      "a quantifier over integers that are too many to go through is supported where the integer is"
          + " in linear comparisons and remainders only, as a conjunct of an action,"
          + " \\E n \\in Nat : …, and as the last one of an invariant, \\A n \\in Nat : …; give a"
          + " smaller range here";

  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final Preselection preselection;
  private final Exchange exchange;
  private final WitnessDemand witnessDemand;
  private final IdentityHashMap<Expr.Quantified, Optional<Expr>> finite = new IdentityHashMap<>();

  Quantification(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.preselection = new Preselection(evaluator, algebra);
    this.witnessDemand = new WitnessDemand(evaluator, algebra);
    this.exchange = new Exchange(evaluator, this, algebra);
  }

  // ── Quantifiers ─────────────────────────────────────────────────────────────────────────────

  Formula quantified(Expr.Quantified expr, Context context) {
    Expr finite = finite(expr);
    if (finite != null) {
      return evaluator.holds(finite, context);
    }
    Formula exchanged = exchanged(expr, context);
    if (exchanged != null) {
      return exchanged;
    }
    List<SymValue> sets = sets(expr.bindings(), context);
    Formula found = some(expr, sets, 0, context);
    return expr.universal() ? found.not() : found;
  }

  /// A quantifier over Nat or Int written with finitely many integers; null where it stays.
  @Nullable Expr finite(Expr.Quantified expr) {
    return finite
        .computeIfAbsent(expr, e -> Optional.ofNullable(IntegerCandidates.finite(e)))
        .orElse(null);
  }

  /// The truth of two nested quantifiers in the other order; null where they stay in theirs.
  @Nullable Formula exchanged(Expr.Quantified expr, Context context) {
    return exchange.exchanged(expr, context);
  }

  private List<SymValue> sets(List<Binding> bindings, Context context) {
    List<SymValue> sets = new ArrayList<>(bindings.size());
    for (int i = 0; i < bindings.size(); i++) {
      Expr set = bindings.get(i).set();
      boolean same = i > 0 && bindings.get(i - 1).set() == set;
      sets.add(same ? sets.getLast() : evaluator.set(set, context));
    }
    return sets;
  }

  /// Whether some elements from binding `at` on make the body true, or false where universal.
  private Formula some(Expr.Quantified expr, List<SymValue> sets, int at, Context context) {
    if (at == sets.size()) {
      Formula body = evaluator.holds(expr.body(), context);
      return expr.universal() ? body.not() : body;
    }
    SymValue set = sets.get(at);
    Binding binding = expr.bindings().get(at);
    if (set instanceof SymValue.Mixed(var alternatives)) {
      List<Formula> cases = new ArrayList<>();
      for (SymValue.Alternative alternative : alternatives) {
        List<SymValue> chosen = new ArrayList<>(sets);
        chosen.set(at, alternative.value());
        Formula guard = alternative.guard();
        cases.add(formulas.and(guard, some(expr, chosen, at, context.under(guard))));
      }
      return formulas.or(cases);
    }
    if (set instanceof SymValue.Terms terms) {
      Site site = context.site(binding.set().span());
      List<Formula> cases = overTerms(expr, sets, at, terms.terms(), context);
      if (algebra.witnesses().areIn(terms, site)) {
        int witness = witnessDemand.count(expr, at, context);
        if (witness >= 0) {
          algebra.witnesses().keep(terms, witness, cases, site);
        }
      }
      return formulas.or(cases);
    }
    if (isPickedFrom(set)) {
      Faults ofPicking = new Faults(formulas);
      Site within = context.with(ofPicking).site(binding.set().span());
      Picking.Pick pick = algebra.pick(set, binding.locals().getFirst().name(), within);
      if (!pick.integers()) {
        return picked(expr, sets, at, pick, ofPicking, context);
      }
      if (algebra.listingSize(set) < 0) {
        throw context.site(binding.set().span()).unsupported(INTEGERS);
      }
    }
    Faults ofListing = new Faults(formulas);
    Site site = context.with(ofListing).site(binding.set().span());
    Formula found = someListed(expr, sets, at, algebra.gathered(set, site), context);
    report(ofListing.all(), List.of(), found, context);
    return found;
  }

  private Formula someListed(
      Expr.Quantified expr, List<SymValue> sets, int at, SymValue.SetOf listed, Context context) {
    Binding binding = expr.bindings().get(at);
    List<Formula> cases = new ArrayList<>();
    Context here = context;
    for (Map.Entry<Value, Formula> member : preselection.members(listed, binding, expr)) {
      Formula guard = member.getValue();
      Context inside = bind(binding, algebra.lift(member.getKey()), here.under(guard), expr.span());
      Formula found = formulas.and(guard, some(expr, sets, at + 1, inside));
      if (found.isTrue()) {
        return found;
      }
      if (!found.isFalse()) {
        cases.add(found);
        here = here.under(found.not());
      }
    }
    return formulas.or(cases);
  }

  /// For each term, whether it is present and makes the rest true, or false where universal.
  private List<Formula> overTerms(
      Expr.Quantified expr,
      List<SymValue> sets,
      int at,
      List<SymValue.Term> terms,
      Context context) {
    Binding binding = expr.bindings().get(at);
    List<Formula> cases = new ArrayList<>(terms.size());
    for (SymValue.Term term : terms) {
      Formula guard = term.present();
      cases.add(
          formulas.and(
              guard,
              inNoOrder(
                  context.under(guard),
                  c -> some(expr, sets, at + 1, bind(binding, term.value(), c, expr.span())))));
    }
    return cases;
  }

  /// What is evaluated for an element of a set whose elements are in no order: whether evaluation
  /// comes to an element before another one decides is not known, so that an error is no verdict.
  Formula inNoOrder(Context context, Function<Context, Formula> each) {
    Faults inner = new Faults(formulas);
    Formula result = each.apply(context.with(inner));
    for (Faults.Fault fault : inner.all()) {
      context
          .site(fault.diagnostic().span())
          .under(fault.condition())
          .beyondLimits(
              fault.beyondLimits() ? fault.diagnostic().message() : notListed(fault.diagnostic()));
    }
    return result;
  }

  /// Whether fresh variables pick an element of the set, instead of going through all.
  boolean isPickedFrom(SymValue set) {
    int size = algebra.listingSize(set);
    return set instanceof SymValue.Described
        && !(set instanceof SymValue.Terms)
        && (size < 0 || size > EXPAND_UP_TO);
  }

  /// @param inner the errors that an element leads to, to which those of the body are added
  private Formula picked(
      Expr.Quantified expr,
      List<SymValue> sets,
      int at,
      Picking.Pick pick,
      Faults inner,
      Context context) {
    Binding binding = expr.bindings().get(at);
    Context inside =
        bind(binding, pick.value(), context.under(pick.constraint()).with(inner), expr.span());
    Formula body = algebra.witnesses().whilePicking(() -> some(expr, sets, at + 1, inside));
    List<Faults.Fault> faults = inner.all();
    List<Formula> decides = new ArrayList<>(List.of(pick.constraint(), body));
    faults.forEach(fault -> decides.add(fault.condition().not()));
    Formula decided = formulas.exists(pick.variables(), formulas.and(decides));
    report(faults, pick.variables(), decided, context);
    return formulas.exists(pick.variables(), formulas.and(pick.constraint(), body));
  }

  /// Reports the errors that some elements lead to. Where another one decides, it is not known
  /// whether evaluation comes to it first.
  ///
  /// @param variables that pick the element
  /// @param decided whether an element decides that leads to no error
  private void report(
      List<Faults.Fault> faults, List<Formula> variables, Formula decided, Context context) {
    for (Faults.Fault fault : faults) {
      Formula occurs = formulas.exists(variables, fault.condition());
      context.faults().addAll(List.of(fault), _ -> formulas.and(occurs, decided.not()));
      context
          .site(fault.diagnostic().span())
          .under(formulas.and(occurs, decided))
          .beyondLimits(
              fault.beyondLimits() ? fault.diagnostic().message() : notListed(fault.diagnostic()));
    }
  }

  private static String notListed(Diagnostic error) {
    return "an element of a set whose elements are not listed leads to an evaluation error: "
        + error.message();
  }

  /// Binds the local, or each local of a tuple, to an element.
  Context bind(Binding binding, SymValue element, Context context, Span span) {
    if (!binding.tuple()) {
      return context.with(binding.local(), element);
    }
    Site site = context.site(span);
    Context inside = context;
    for (int i = 0; i < binding.locals().size(); i++) {
      SymValue part = part(element, i, binding.locals().size(), site);
      inside = inside.with(binding.locals().get(i), part);
    }
    return inside;
  }

  private SymValue part(SymValue element, int index, int size, Site site) {
    if (!(element instanceof SymValue.Function function)) {
      site.undefined(
          formulas.truth(), "a tuple of " + size + " elements is expected, not " + element.kind());
      return SymValue.none();
    }
    SymValue.Entry entry = function.entries().get(IntValue.of(index + 1L));
    boolean fits = entry != null && function.entries().size() == size;
    if (!fits || entry == null) {
      site.undefined(formulas.truth(), "a tuple of " + size + " elements is expected");
      return SymValue.none();
    }
    site.undefined(entry.inDomain().not(), "a tuple of " + size + " elements is expected");
    return entry.result();
  }

  // ── Comprehensions ──────────────────────────────────────────────────────────────────────────

  /// The filtered set, listed where its base is listed; else by rule, unless it can be listed
  /// without an evaluation error.
  SymValue filter(Expr.SetFilter expr, Context context) {
    return filter(expr, evaluator.evaluate(expr.binding().set(), context), context);
  }

  private SymValue filter(Expr.SetFilter expr, SymValue set, Context context) {
    if (set instanceof SymValue.Mixed(var alternatives) && !algebra.isListable(set)) {
      List<SymValue.Alternative> filtered = new ArrayList<>(alternatives.size());
      for (SymValue.Alternative alternative : alternatives) {
        Formula guard = alternative.guard();
        SymValue stays = filter(expr, alternative.value(), context.under(guard));
        filtered.add(new SymValue.Alternative(guard, stays));
      }
      return algebra.merge(filtered);
    }
    if (set instanceof SymValue.Terms terms) {
      return algebra.filtered(
          terms,
          term ->
              evaluator.holds(
                  expr.predicate(),
                  bind(expr.binding(), term.value(), context.under(term.present()), expr.span())),
          context.site(expr.binding().set().span()));
    }
    if (algebra.listingSize(set) < 0 && set instanceof SymValue.Described) {
      return byRule(expr, set, context);
    }
    SymValue described = SetOps.described(set);
    if (described == null) {
      return listed(expr, set, context);
    }
    Faults trial = new Faults(formulas);
    SymValue.SetOf listed = listed(expr, set, context.with(trial));
    return trial.all().isEmpty() ? listed.asPartOf(described) : byRule(expr, set, context);
  }

  /// The elements of `base` that satisfy the predicate, without listing them.
  SymValue byRule(Expr.SetFilter expr, SymValue base, Context context) {
    return new SymValue.Filtered(
        base,
        (element, site) -> {
          Context there = context.with(site.path()).with(site.faults());
          return evaluator.holds(
              expr.predicate(), bind(expr.binding(), element, there, expr.span()));
        });
  }

  private SymValue.SetOf listed(Expr.SetFilter expr, SymValue set, Context context) {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    Site site = context.site(expr.binding().set().span());
    for (Map.Entry<Value, Formula> member :
        preselection.members(algebra.list(set, site), expr.binding(), expr.predicate())) {
      Context inside =
          bind(
              expr.binding(),
              algebra.lift(member.getKey()),
              context.under(member.getValue()),
              expr.span());
      Formula stays = formulas.and(member.getValue(), evaluator.holds(expr.predicate(), inside));
      if (!stays.isFalse()) {
        members.put(member.getKey(), stays);
      }
    }
    return new SymValue.SetOf(members.build());
  }

  SymValue map(Expr.SetMap expr, Context context) {
    List<SymValue> sets = sets(expr.bindings(), context);
    List<SymValue.Term> elements = new ArrayList<>();
    forEach(
        expr.bindings(),
        sets,
        0,
        formulas.truth(),
        context,
        expr.span(),
        (guard, inside) ->
            elements.add(new SymValue.Term(guard, evaluator.evaluate(expr.element(), inside))));
    SymValue image = algebra.setOf(elements, context.site(expr.span()));
    return sets.size() == 1 && sets.getFirst() instanceof SymValue.SetOf base
        ? algebra.oneOf(images(base, elements), image)
        : image;
  }

  /// The images of what a set is one of, where they are constants; else none.
  ///
  /// @param elements of the image, one for each member of the set
  private ValueMap<Formula> images(SymValue.SetOf base, List<SymValue.Term> elements) {
    if (base.choices().isEmpty()) {
      return ValueMap.empty();
    }
    Map<Value, Value> imageOf = new HashMap<>();
    Iterator<SymValue.Term> image = elements.iterator();
    for (Value member : base.members().keySet()) {
      Value constant = algebra.constant(image.next().value());
      if (constant == null) {
        return ValueMap.empty();
      }
      imageOf.put(member, constant);
    }
    ValueMap.Builder<Formula> images = new ValueMap.Builder<>();
    base.choices()
        .forEach((set, guard) -> {
          List<Value> of = ((SetValue) set).elements();
          // A set with an element that is never one of the members is never chosen.
          if (imageOf.keySet().containsAll(of)) {
            SetValue mapped = SetValue.of(of.stream().map(imageOf::get).toList());
            images.merge(mapped, guard, formulas::or);
          }
        });
    return images.build();
  }

  /// Goes through all combinations of elements of the bindings' sets.
  void forEach(
      List<Binding> bindings, Context context, Span span, BiConsumer<Formula, Context> action) {
    forEach(bindings, sets(bindings, context), 0, formulas.truth(), context, span, action);
  }

  /// The same with each element a constant.
  void forEachConstant(
      List<Binding> bindings, Context context, Span span, BiConsumer<Formula, Context> action) {
    List<SymValue> listed = new ArrayList<>(bindings.size());
    List<SymValue> sets = sets(bindings, context);
    for (int i = 0; i < sets.size(); i++) {
      listed.add(algebra.list(sets.get(i), context.site(bindings.get(i).set().span())));
    }
    forEach(bindings, listed, 0, formulas.truth(), context, span, action);
  }

  private void forEach(
      List<Binding> bindings,
      List<SymValue> sets,
      int at,
      Formula guard,
      Context context,
      Span span,
      BiConsumer<Formula, Context> action) {
    if (at == bindings.size()) {
      action.accept(guard, context);
      return;
    }
    Binding binding = bindings.get(at);
    Site site = context.site(binding.set().span());
    for (SymValue.Term element : algebra.elements(sets.get(at), site)) {
      Context inside = bind(binding, element.value(), context.under(element.present()), span);
      Formula both = formulas.and(guard, element.present());
      forEach(bindings, sets, at + 1, both, inside, span, action);
    }
  }
}
