package skolem.encoder.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.SequenceShape;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ValueMap;

/// Sequences: functions on `1..n`, where n depends on the assignment. Slot `i` is in use where the
/// domain guard of `i` holds.
final class SequenceOps {
  private final SymbolicEvaluator evaluator;
  private final Algebra algebra;
  private final Formulas formulas;
  private final FunctionOps functions;
  private final TextOps texts;

  SequenceOps(SymbolicEvaluator evaluator, Algebra algebra) {
    this.evaluator = evaluator;
    this.algebra = algebra;
    this.formulas = algebra.formulas();
    this.functions = new FunctionOps(evaluator, algebra);
    this.texts = new TextOps(algebra);
  }

  /// The slots of a sequence; a value that is none is an evaluation error.
  List<SymValue.Entry> slots(SymValue value, Site site) {
    SymValue.Function function = functions.one(value, site);
    site.undefined(
        SequenceShape.isSequence(formulas, function).not(), "a sequence is expected here");
    return SequenceShape.slots(function);
  }

  private SymValue distribute(
      List<SymValue.Alternative> alternatives,
      Site site,
      BiFunction<SymValue, Site, SymValue> operation) {
    List<SymValue.Alternative> results = new ArrayList<>(alternatives.size());
    for (SymValue.Alternative alternative : alternatives) {
      Formula guard = alternative.guard();
      results.add(
          new SymValue.Alternative(guard, operation.apply(alternative.value(), site.under(guard))));
    }
    return algebra.merge(results);
  }

  private SymValue sequence(List<SymValue.Entry> slots) {
    ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
    for (SymValue.Entry slot : slots) {
      if (slot.inDomain().isFalse()) {
        break;
      }
      entries.put(IntValue.of(entries.size() + 1L), slot);
    }
    return new SymValue.Function(entries.build(), true);
  }

  /// When a sequence has exactly `length` elements.
  private Formula hasLength(List<SymValue.Entry> slots, int length) {
    Formula reaches = length == 0 ? formulas.truth() : slots.get(length - 1).inDomain();
    return length == slots.size()
        ? reaches
        : formulas.and(reaches, slots.get(length).inDomain().not());
  }

  SymValue length(SymValue value, Site site) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, this::length);
    }
    if (value instanceof SymValue.Atom text) {
      return texts.length(text, site);
    }
    List<SymValue.Entry> slots = slots(value, site);
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    for (int i = 0; i <= slots.size(); i++) {
      Formula exactly = hasLength(slots, i);
      if (!exactly.isFalse()) {
        choices.put(IntValue.of(i), exactly);
      }
    }
    return algebra.atom(choices.build());
  }

  SymValue head(SymValue value, Site site) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, this::head);
    }
    if (value instanceof SymValue.Atom text) {
      return texts.head(text, site);
    }
    List<SymValue.Entry> slots = slots(value, site);
    if (slots.isEmpty()) {
      site.undefined(formulas.truth(), "Head of the empty sequence has no value");
      return SymValue.none();
    }
    site.undefined(slots.getFirst().inDomain().not(), "Head of the empty sequence has no value");
    return slots.getFirst().result();
  }

  SymValue tail(SymValue value, Site site) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, this::tail);
    }
    if (value instanceof SymValue.Atom text) {
      return texts.tail(text, site);
    }
    List<SymValue.Entry> slots = slots(value, site);
    Formula empty = slots.isEmpty() ? formulas.truth() : slots.getFirst().inDomain().not();
    site.undefined(empty, "Tail of the empty sequence has no value");
    return sequence(slots.isEmpty() ? slots : slots.subList(1, slots.size()));
  }

  SymValue append(SymValue value, SymValue element, Site site) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, (one, at) -> append(one, element, at));
    }
    if (value instanceof SymValue.Atom text) {
      return texts.concat(text, element, site);
    }
    List<SymValue.Entry> slots = slots(value, site);
    List<SymValue.Entry> longer = new ArrayList<>(slots.size() + 1);
    Formula before = formulas.truth();
    for (int i = 0; i <= slots.size(); i++) {
      if (i == slots.size()) {
        longer.add(new SymValue.Entry(before, element));
      } else {
        SymValue.Entry slot = slots.get(i);
        longer.add(
            new SymValue.Entry(before, algebra.choice(slot.inDomain(), slot.result(), element)));
        before = slot.inDomain();
      }
    }
    return sequence(longer);
  }

  SymValue concat(SymValue left, SymValue right, Site site) {
    if (left instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, (one, at) -> concat(one, right, at));
    }
    if (left instanceof SymValue.Atom first) {
      return texts.concat(first, right, site);
    }
    List<SymValue.Entry> first = slots(left, site);
    List<SymValue.Entry> second = slots(right, site);
    List<SymValue.Alternative> results = new ArrayList<>();
    for (int length = 0; length <= first.size(); length++) {
      Formula exactly = hasLength(first, length);
      if (!exactly.isFalse()) {
        List<SymValue.Entry> joined = new ArrayList<>();
        for (SymValue.Entry slot : first.subList(0, length)) {
          joined.add(new SymValue.Entry(formulas.truth(), slot.result()));
        }
        joined.addAll(second);
        results.add(new SymValue.Alternative(exactly, sequence(joined)));
      }
    }
    return algebra.merge(results);
  }

  SymValue subSequence(SymValue value, SymValue from, SymValue to, Site site) {
    if (value instanceof SymValue.Mixed(var alternatives)) {
      return distribute(alternatives, site, (one, at) -> subSequence(one, from, to, at));
    }
    if (value instanceof SymValue.Atom text) {
      return texts.part(text, from, to, site);
    }
    List<SymValue.Entry> slots = slots(value, site);
    List<SymValue.Alternative> results = new ArrayList<>();
    for (var first : algebra.split(from, site)) {
      for (var last : algebra.split(to, site)) {
        Formula both = formulas.and(first.guard(), last.guard());
        if (both.isFalse()) {
          continue;
        }
        if (!(first.value() instanceof IntValue a) || !(last.value() instanceof IntValue b)) {
          site.undefined(both, "SubSeq needs integers for its places");
          continue;
        }
        if (a.compareTo(b) > 0) {
          results.add(new SymValue.Alternative(both, sequence(List.of())));
        } else {
          part(slots, a.longValue(), b.longValue(), both, results, site);
        }
      }
    }
    return algebra.merge(results);
  }

  private void part(
      List<SymValue.Entry> slots,
      long from,
      long to,
      Formula guard,
      List<SymValue.Alternative> results,
      Site site) {
    boolean outside = from < 1 || to > slots.size();
    Formula missing = outside ? formulas.truth() : slots.get((int) to - 1).inDomain().not();
    site.undefined(
        formulas.and(guard, missing), "SubSeq from " + from + " to " + to + " leaves the sequence");
    if (!outside) {
      List<SymValue.Entry> part = new ArrayList<>();
      for (SymValue.Entry slot : slots.subList((int) from - 1, (int) to)) {
        part.add(new SymValue.Entry(formulas.truth(), slot.result()));
      }
      results.add(new SymValue.Alternative(guard, sequence(part)));
    }
  }

  SymValue select(SymValue value, OperatorRef test, Context context, Site site) {
    List<SymValue.Entry> slots = slots(value, site);
    SymValue result = sequence(List.of());
    for (SymValue.Entry slot : slots) {
      Context inside = context.under(slot.inDomain());
      SymValue tested = evaluator.applyTo(test, List.of(slot.result()), site.span(), inside);
      Formula passes =
          formulas.and(slot.inDomain(), evaluator.bool(tested, inside.site(site.span())));
      result = algebra.choice(passes, append(result, slot.result(), site), result);
    }
    return result;
  }

  /// `SortSeq(s, Op(_, _))`, by insertion, which is stable.
  SymValue sort(SymValue value, OperatorRef before, Context context, Site site) {
    SymValue sorted = sequence(List.of());
    for (SymValue.Entry slot : slots(value, site)) {
      Context inside = context.under(slot.inDomain());
      SymValue more = inserted(slots(sorted, site), slot.result(), before, inside, site.span());
      sorted = algebra.choice(slot.inDomain(), more, sorted);
    }
    return sorted;
  }

  /// The sorted slots and the element, which comes before all those at the end that it is to come
  /// before.
  private SymValue inserted(
      List<SymValue.Entry> sorted,
      SymValue element,
      OperatorRef before,
      Context context,
      Span span) {
    Formula[] moves = new Formula[sorted.size()];
    Formula all = formulas.truth();
    for (int i = sorted.size() - 1; i >= 0; i--) {
      SymValue.Entry slot = sorted.get(i);
      Context inside = context.under(slot.inDomain());
      SymValue less = evaluator.applyTo(before, List.of(element, slot.result()), span, inside);
      Formula goesBefore = evaluator.bool(less, inside.site(span));
      all = formulas.and(all, formulas.implies(slot.inDomain(), goesBefore));
      moves[i] = formulas.and(slot.inDomain(), all);
    }
    List<SymValue.Entry> longer = new ArrayList<>(sorted.size() + 1);
    for (int i = 0; i <= sorted.size(); i++) {
      Formula used = i == 0 ? formulas.truth() : sorted.get(i - 1).inDomain();
      SymValue here =
          i == 0 ? element : algebra.choice(moves[i - 1], sorted.get(i - 1).result(), element);
      if (i < sorted.size()) {
        Formula stays = formulas.and(sorted.get(i).inDomain(), moves[i].not());
        here = algebra.choice(stays, sorted.get(i).result(), here);
      }
      longer.add(new SymValue.Entry(used, here));
    }
    return sequence(longer);
  }
}
