package skolem.encoder.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Splits a symbolic value into the constants that it may be.
public final class Splitting {
  /// How many constants a split may have.
  static final int LIMIT = 20_000;

  private static final long TOO_MANY = 1L << 31;

  /// A constant, and when the value is it.
  public record Possibility(Value value, Formula guard) {}

  private final Formulas formulas;

  Splitting(Formulas formulas) {
    this.formulas = formulas;
  }

  /// Whether a value may be one of few constants only, as far as its parts show.
  static boolean isSplit(SymValue value) {
    return count(value) <= LIMIT;
  }

  /// At most how many constants a value may be; more than [#LIMIT] where they are too many.
  static long count(SymValue value) {
    return switch (value) {
      case SymValue.Bool(var formula) -> formula.isConstant() ? 1 : 2;
      case SymValue.Atom(var choices) -> choices.size();
      case SymValue.Int(var term) -> {
        BigInteger low = term.interval().low();
        BigInteger high = term.interval().high();
        yield low == null || high == null
            ? TOO_MANY
            : high.subtract(low).min(BigInteger.valueOf(LIMIT)).longValue() + 1;
      }
      case SymValue.SetOf(_, var choices, _) when !choices.isEmpty() -> choices.size();
      case SymValue.SetOf(var members, _, _) -> {
        long open = members.values().stream().filter(guard -> !guard.isTrue()).count();
        yield open > 30 ? TOO_MANY : 1L << open;
      }
      case SymValue.Function(var entries, boolean sequence) when sequence ->
          countSequences(entries);
      case SymValue.Function(var entries, _) -> {
        long all = 1;
        for (SymValue.Entry entry : entries.values()) {
          long absent = entry.inDomain().isTrue() ? 0 : 1;
          all = Math.min(TOO_MANY, all * (count(entry.result()) + absent));
        }
        yield all;
      }
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream()
              .mapToLong(alternative -> count(alternative.value()))
              .reduce(0, (a, b) -> Math.min(TOO_MANY, a + b));
      case SymValue.Described _ -> TOO_MANY;
    };
  }

  /// Those that end before each place that may not be in use, and those that reach the last one.
  private static long countSequences(ValueMap<SymValue.Entry> entries) {
    long ended = 0;
    long going = 1;
    for (SymValue.Entry entry : entries.values()) {
      ended += entry.inDomain().isTrue() ? 0 : going;
      going = Math.min(TOO_MANY, going * count(entry.result()));
    }
    return Math.min(TOO_MANY, ended + going);
  }

  List<Possibility> split(SymValue value, Site site) {
    return switch (value) {
      case SymValue.Bool(var formula) -> bool(formula);
      case SymValue.Atom(var choices) -> choices(choices);
      case SymValue.Int(var term) -> integers(term, site);
      case SymValue.SetOf(_, var choices, _) when !choices.isEmpty() -> choices(choices);
      case SymValue.SetOf set -> sets(set, site);
      case SymValue.Function function -> functions(function, site);
      case SymValue.Mixed(var alternatives) -> {
        List<Possibility> all = new ArrayList<>();
        for (SymValue.Alternative alternative : alternatives) {
          for (Possibility possibility : split(alternative.value(), site)) {
            add(all, possibility.value(), formulas.and(alternative.guard(), possibility.guard()));
          }
        }
        yield all;
      }
      case SymValue.Described _ ->
          throw site.unsupported(
              "this set is described by a formula and would have to be listed to be used here");
    };
  }

  private static List<Possibility> choices(ValueMap<Formula> choices) {
    List<Possibility> all = new ArrayList<>(choices.size());
    choices.forEach((value, guard) -> all.add(new Possibility(value, guard)));
    return all;
  }

  private List<Possibility> bool(Formula formula) {
    List<Possibility> all = new ArrayList<>(2);
    add(all, BoolValue.FALSE, formula.not());
    add(all, BoolValue.TRUE, formula);
    return all;
  }

  private static void add(List<Possibility> to, Value value, Formula guard) {
    if (!guard.isFalse()) {
      to.add(new Possibility(value, guard));
    }
  }

  private List<Possibility> integers(IntTerm term, Site site) {
    Interval interval = term.interval();
    BigInteger low = interval.low();
    BigInteger high = interval.high();
    if (low == null
        || high == null
        || high.subtract(low).compareTo(BigInteger.valueOf(LIMIT)) >= 0) {
      throw site.unsupported(
          "an integer of unknown range cannot be an element, an argument or a field here");
    }
    List<Possibility> all = new ArrayList<>();
    for (BigInteger i = low; i.compareTo(high) <= 0; i = i.add(BigInteger.ONE)) {
      add(all, IntValue.of(i), formulas.equal(term, formulas.terms().constant(i)));
    }
    return all;
  }

  private List<Possibility> sets(SymValue.SetOf set, Site site) {
    List<Value> sure = new ArrayList<>();
    List<Map.Entry<Value, Formula>> open = new ArrayList<>();
    for (Map.Entry<Value, Formula> member : set.members().entrySet()) {
      if (member.getValue().isTrue()) {
        sure.add(member.getKey());
      } else {
        open.add(member);
      }
    }
    if (open.isEmpty()) {
      return List.of(new Possibility(SetValue.ofAscending(sure), formulas.truth()));
    }
    requireFew(open.size() > 30 ? Long.MAX_VALUE : 1L << open.size(), site);
    List<List<Value>> chosen = new ArrayList<>(List.of(sure));
    List<Formula> guards = new ArrayList<>(List.of(formulas.truth()));
    for (Map.Entry<Value, Formula> member : open) {
      List<List<Value>> nextChosen = new ArrayList<>();
      List<Formula> nextGuards = new ArrayList<>();
      for (int i = 0; i < chosen.size(); i++) {
        Formula without = formulas.and(guards.get(i), member.getValue().not());
        if (!without.isFalse()) {
          nextChosen.add(chosen.get(i));
          nextGuards.add(without);
        }
        Formula with = formulas.and(guards.get(i), member.getValue());
        if (!with.isFalse()) {
          List<Value> more = new ArrayList<>(chosen.get(i));
          more.add(member.getKey());
          nextChosen.add(more);
          nextGuards.add(with);
        }
      }
      chosen = nextChosen;
      guards = nextGuards;
    }
    List<Possibility> all = new ArrayList<>(chosen.size());
    for (int i = 0; i < chosen.size(); i++) {
      all.add(new Possibility(SetValue.of(chosen.get(i)), guards.get(i)));
    }
    return all;
  }

  private record Graph(Map<Value, Value> graph, Formula guard) {}

  private List<Possibility> functions(SymValue.Function function, Site site) {
    List<Graph> graphs = List.of(new Graph(Map.of(), formulas.truth()));
    int place = 0;
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Formula inDomain = entry.getValue().inDomain();
      List<Possibility> results = split(entry.getValue().result(), site);
      requireFew((long) graphs.size() * (results.size() + 1), site);
      List<Graph> extended = new ArrayList<>();
      for (Graph graph : graphs) {
        if (function.sequence() && graph.graph().size() < place) {
          extended.add(graph);
          continue;
        }
        Formula without = formulas.and(graph.guard(), inDomain.not());
        if (!without.isFalse()) {
          extended.add(new Graph(graph.graph(), without));
        }
        Formula with = formulas.and(graph.guard(), inDomain);
        for (Possibility result : results) {
          Formula guard = formulas.and(with, result.guard());
          if (!guard.isFalse()) {
            Map<Value, Value> more = new HashMap<>(graph.graph());
            more.put(entry.getKey(), result.value());
            extended.add(new Graph(more, guard));
          }
        }
      }
      graphs = extended;
      place++;
    }
    return graphs.stream()
        .map(g -> new Possibility(FunctionValue.of(g.graph()), g.guard()))
        .toList();
  }

  private static void requireFew(long count, Site site) {
    if (count > LIMIT) {
      throw site.unsupported(
          "an element of a set, or an argument of a function, may be one of more than "
              + LIMIT
              + " values here: bound its parts, or keep it as a function of smaller parts");
    }
  }
}
