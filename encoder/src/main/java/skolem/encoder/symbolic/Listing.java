package skolem.encoder.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Interval;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Lists the elements of described sets, where they are few enough.
final class Listing {
  /// How many elements a listing may have.
  static final int LIMIT = 200_000;

  private final Algebra algebra;
  private final Formulas formulas;

  Listing(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  int size(SymValue set) {
    long size = count(set);
    return size < 0 || size > LIMIT ? -1 : (int) size;
  }

  /// How many elements a listing has; -1 for too many, or no listing.
  private long count(SymValue set) {
    return switch (set) {
      case SymValue.SetOf(var members, _, _) -> members.size();
      case SymValue.PowerSet(var base) -> {
        long size = count(base);
        yield size < 0 || size > 20 ? -1 : 1L << size;
      }
      case SymValue.FunctionSet(var domain, var range) -> {
        long size = count(domain);
        long results = count(range);
        long total = 1;
        for (long i = 0; i < size && total >= 0; i++) {
          total = product(total, results);
        }
        yield size < 0 ? -1 : total;
      }
      case SymValue.RecordSet(var fields) -> product(fields.values());
      case SymValue.Product(var factors) -> product(factors);
      case SymValue.Range(var low, var high) -> {
        Interval hull = low.interval().hull(high.interval());
        yield hull.low() == null || hull.high() == null
            ? -1
            : product(
                1, hull.high().subtract(hull.low()).min(BigInteger.valueOf(LIMIT)).longValue() + 1);
      }
      case SymValue.Combined(var combination, var left, var right) ->
          switch (combination) {
            case UNION -> {
              long l = count(left);
              long r = count(right);
              yield l < 0 || r < 0 ? -1 : l + r;
            }
            case INTERSECTION -> count(left) >= 0 ? count(left) : count(right);
            case DIFFERENCE -> count(left);
          };
      case SymValue.Filtered(var base, _) -> count(base);
      case SymValue.Terms(var terms, _) ->
          terms.stream().allMatch(t -> Splitting.isSplit(t.value()))
              ? terms.stream().mapToLong(t -> Splitting.count(t.value())).sum()
              : -1;
      case SymValue.Mixed(var alternatives) -> {
        long total = 0;
        for (SymValue.Alternative alternative : alternatives) {
          long size = count(alternative.value());
          total = size < 0 || total < 0 ? -1 : total + size;
        }
        yield total;
      }
      case SymValue.Integers _,
          SymValue.Strings _,
          SymValue.Anything _,
          SymValue.Sequences _,
          SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _ ->
          -1;
    };
  }

  private long product(Iterable<SymValue> sets) {
    long total = 1;
    for (SymValue set : sets) {
      total = product(total, count(set));
    }
    return total;
  }

  private static long product(long left, long right) {
    return left < 0 || right < 0 || left * right > LIMIT ? -1 : left * right;
  }

  /// The listed set; an error where it is of a union, with elements of different kinds.
  SymValue.SetOf list(SymValue set, Site site) {
    SymValue.SetOf listed = gathered(set, site);
    return isOfUnion(set) ? algebra.checked(listed, site) : listed;
  }

  private static boolean isOfUnion(SymValue set) {
    return set instanceof SymValue.Combined
        || (set instanceof SymValue.Filtered(var base, _) && isOfUnion(base));
  }

  /// All elements, whether or not they can be compared with one another.
  SymValue.SetOf gathered(SymValue set, Site site) {
    if (set instanceof SymValue.SetOf listed) {
      return listed.written();
    }
    if (set instanceof SymValue.Terms && count(set) < 0) {
      throw site.unsupported(
          "a set would have to be listed here, an element of which may be one of more than "
              + Splitting.LIMIT
              + " values: quantify over its elements, or bound their parts");
    }
    if (!allDescribed(set, described -> count(described) >= 0)) {
      throw site.unsupported(
          "a set that is infinite, or has more than "
              + LIMIT
              + " elements, would have to be listed");
    }
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (Splitting.Possibility element : elements(set, site)) {
      members.merge(element.value(), element.guard(), formulas::or);
    }
    return new SymValue.SetOf(members.build().filtered((_, guard) -> !guard.isFalse()));
  }

  /// Whether all sets that a value may be have listings that are not too long.
  boolean isListable(SymValue set) {
    return allDescribed(set, described -> size(described) >= 0);
  }

  private static boolean allDescribed(SymValue set, Predicate<SymValue.Described> test) {
    return switch (set) {
      case SymValue.Described described -> test.test(described);
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream().allMatch(alternative -> allDescribed(alternative.value(), test));
      case SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Function _ ->
          true;
    };
  }

  /// The value with the sets in it listed, wherever they are.
  SymValue written(SymValue value, Site site) {
    return switch (value) {
      case SymValue.Terms terms -> terms;
      case SymValue.Described set -> list(set, site);
      case SymValue.Mixed(var alternatives) -> {
        List<SymValue.Alternative> written = new ArrayList<>(alternatives.size());
        boolean changed = false;
        for (SymValue.Alternative alternative : alternatives) {
          Formula guard = alternative.guard();
          SymValue one = written(alternative.value(), site.under(guard));
          changed |= one != alternative.value();
          written.add(new SymValue.Alternative(guard, one));
        }
        yield changed ? algebra.merge(written) : value;
      }
      case SymValue.Function(var entries, boolean sequence) -> {
        ValueMap<SymValue.Entry> written =
            entries.mapped((_, old) -> {
              SymValue result = written(old.result(), site.under(old.inDomain()));
              return result == old.result() ? old : new SymValue.Entry(old.inDomain(), result);
            });
        yield written == entries ? value : new SymValue.Function(written, sequence);
      }
      case SymValue.SetOf set -> set.written();
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _ -> value;
    };
  }

  private List<Splitting.Possibility> elements(SymValue set, Site site) {
    return switch (set) {
      case SymValue.SetOf(var members, _, _) -> entries(members);
      case SymValue.PowerSet(var base) -> subsets(list(base, site));
      case SymValue.FunctionSet(var domain, var range) ->
          functions(list(domain, site), elements(range, site), site);
      case SymValue.RecordSet(var fields) -> {
        Map<Value, List<Splitting.Possibility>> parts = new LinkedHashMap<>();
        fields.forEach((name, s) -> parts.put(new StringValue(name), elements(s, site)));
        yield graphs(parts).stream()
            .map(g -> possibility(FunctionValue.of(g.graph()), g.guard()))
            .toList();
      }
      case SymValue.Product(var factors) -> {
        Map<Value, List<Splitting.Possibility>> parts = new LinkedHashMap<>();
        for (int i = 0; i < factors.size(); i++) {
          parts.put(IntValue.of(i + 1L), elements(factors.get(i), site));
        }
        yield graphs(parts).stream()
            .map(g -> possibility(TupleValue.of(List.copyOf(g.graph().values())), g.guard()))
            .toList();
      }
      case SymValue.Range range -> range(range);
      case SymValue.Combined combined -> combined(combined, site);
      case SymValue.Filtered(var base, var test) ->
          elements(base, site).stream()
              .map(e ->
                  possibility(
                      e.value(),
                      formulas.and(
                          e.guard(), test.holds(algebra.lift(e.value()), site.under(e.guard())))))
              .toList();
      case SymValue.Terms(var terms, _) -> {
        List<Splitting.Possibility> all = new ArrayList<>();
        for (SymValue.Term term : terms) {
          for (Splitting.Possibility e : algebra.split(term.value(), site.under(term.present()))) {
            all.add(possibility(e.value(), formulas.and(term.present(), e.guard())));
          }
        }
        yield all;
      }
      case SymValue.Mixed(var alternatives) -> {
        List<Splitting.Possibility> all = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          Site inside = site.under(alternative.guard());
          for (Splitting.Possibility e : elements(alternative.value(), inside)) {
            all.add(possibility(e.value(), formulas.and(alternative.guard(), e.guard())));
          }
        }
        yield all;
      }
      case SymValue.Integers _, SymValue.Strings _, SymValue.Anything _, SymValue.Sequences _ ->
          throw site.unsupported("an infinite set would have to be listed here");
      case SymValue.Bool _, SymValue.Atom _, SymValue.Int _, SymValue.Function _ -> {
        site.undefined(formulas.truth(), "a set is expected here, not " + set.kind());
        yield List.of();
      }
    };
  }

  private static Splitting.Possibility possibility(Value value, Formula guard) {
    return new Splitting.Possibility(value, guard);
  }

  private static List<Splitting.Possibility> entries(Map<Value, Formula> members) {
    List<Splitting.Possibility> all = new ArrayList<>(members.size());
    members.forEach((value, guard) -> all.add(possibility(value, guard)));
    return all;
  }

  /// In the order of sets: smaller ones first, of one size by their elements.
  private List<Splitting.Possibility> subsets(SymValue.SetOf base) {
    List<Splitting.Possibility> elements = entries(base.members());
    List<Splitting.Possibility> all = new ArrayList<>(1 << elements.size());
    for (int size = 0; size <= elements.size(); size++) {
      addSubsets(elements, 0, size, new ArrayList<>(), formulas.truth(), all);
    }
    return all;
  }

  /// Adds the sets that `chosen` makes with `missing` elements from the place `from` on.
  private void addSubsets(
      List<Splitting.Possibility> elements,
      int from,
      int missing,
      List<Value> chosen,
      Formula guard,
      List<Splitting.Possibility> to) {
    if (missing == 0) {
      to.add(possibility(SetValue.ofAscending(chosen), guard));
      return;
    }
    for (int i = from; i <= elements.size() - missing; i++) {
      chosen.add(elements.get(i).value());
      Formula both = formulas.and(guard, elements.get(i).guard());
      addSubsets(elements, i + 1, missing - 1, chosen, both, to);
      chosen.removeLast();
    }
  }

  private List<Splitting.Possibility> functions(
      SymValue.SetOf domain, List<Splitting.Possibility> results, Site site) {
    List<Splitting.Possibility> all = new ArrayList<>();
    for (Splitting.Possibility one : algebra.split(domain, site)) {
      Map<Value, List<Splitting.Possibility>> parts = new LinkedHashMap<>();
      ((SetValue) one.value()).forEach(argument -> parts.put(argument, results));
      for (Graph graph : graphs(parts)) {
        all.add(
            possibility(FunctionValue.of(graph.graph()), formulas.and(one.guard(), graph.guard())));
      }
    }
    return all;
  }

  private record Graph(Map<Value, Value> graph, Formula guard) {}

  private List<Graph> graphs(Map<Value, List<Splitting.Possibility>> parts) {
    List<Graph> graphs = List.of(new Graph(Map.of(), formulas.truth()));
    for (Map.Entry<Value, List<Splitting.Possibility>> part : parts.entrySet()) {
      List<Graph> extended = new ArrayList<>(graphs.size() * part.getValue().size());
      for (Graph graph : graphs) {
        for (Splitting.Possibility result : part.getValue()) {
          Map<Value, Value> more = new LinkedHashMap<>(graph.graph());
          more.put(part.getKey(), result.value());
          extended.add(new Graph(more, formulas.and(graph.guard(), result.guard())));
        }
      }
      graphs = extended;
    }
    return graphs;
  }

  private List<Splitting.Possibility> range(SymValue.Range range) {
    Interval hull = range.low().interval().hull(range.high().interval());
    List<Splitting.Possibility> all = new ArrayList<>();
    BigInteger low = hull.low();
    BigInteger high = hull.high();
    if (low == null || high == null) {
      throw new IllegalStateException("a range without bounds is not listed");
    }
    for (BigInteger i = low; i.compareTo(high) <= 0; i = i.add(BigInteger.ONE)) {
      var constant = formulas.terms().constant(i);
      Formula inside =
          formulas.and(
              formulas.lessEqual(range.low(), constant),
              formulas.lessEqual(constant, range.high()));
      all.add(possibility(IntValue.of(i), inside));
    }
    return all;
  }

  private List<Splitting.Possibility> combined(SymValue.Combined set, Site site) {
    if (set.combination() == SymValue.Combination.UNION) {
      List<Splitting.Possibility> all = new ArrayList<>(elements(set.left(), site));
      all.addAll(elements(set.right(), site));
      return all;
    }
    boolean difference = set.combination() == SymValue.Combination.DIFFERENCE;
    boolean fromLeft = difference || count(set.left()) >= 0;
    SymValue listed = fromLeft ? set.left() : set.right();
    SymValue other = fromLeft ? set.right() : set.left();
    List<Splitting.Possibility> all = new ArrayList<>();
    for (Splitting.Possibility element : elements(listed, site)) {
      Formula there = element.guard();
      Formula inOther = algebra.member(algebra.lift(element.value()), other, site.under(there));
      all.add(
          possibility(element.value(), formulas.and(there, difference ? inOther.not() : inOther)));
    }
    return all;
  }
}
