package skolem.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.MapValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// A value as HTML, with what is new beside an earlier value in `ins` and what is gone in `del`.
final class HtmlDifference {
  private HtmlDifference() {}

  static String between(Value before, Value after) {
    if (after.equals(before)) {
      return plain(after);
    }
    return switch (after) {
      case SetValue set when before instanceof SetValue old -> sets(old, set);
      case TupleValue tuple when before instanceof TupleValue old -> tuples(old, tuple);
      case RecordValue record when before instanceof RecordValue old ->
          "[" + functions(old, record, ", ") + "]";
      case MapValue map when before instanceof MapValue old ->
          "(" + functions(old, map, " @@ ") + ")";
      default -> gone(plain(before)) + " " + added(plain(after));
    };
  }

  private static String plain(Value value) {
    return HtmlTrace.escaped(value.toString());
  }

  private static String added(String html) {
    return "<ins>" + html + "</ins>";
  }

  private static String gone(String html) {
    return "<del>" + html + "</del>";
  }

  private static String sets(SetValue before, SetValue after) {
    TreeSet<Value> all = new TreeSet<>(before.elements());
    all.addAll(after.elements());
    List<String> items = new ArrayList<>();
    for (Value element : all) {
      String text = plain(element);
      if (!before.contains(element)) {
        items.add(added(text));
      } else {
        items.add(after.contains(element) ? text : gone(text));
      }
    }
    return "{" + String.join(", ", items) + "}";
  }

  /// What lies between the longest common beginning and end is new, or element by element where
  /// there are as many as before.
  private static String tuples(TupleValue before, TupleValue after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - end - 1).equals(after.get(after.size() - end - 1))) {
      end++;
    }
    List<String> items = new ArrayList<>();
    after.elements().subList(0, start).forEach(e -> items.add(plain(e)));
    List<Value> old = before.elements().subList(start, before.size() - end);
    List<Value> fresh = after.elements().subList(start, after.size() - end);
    if (old.size() == fresh.size()) {
      for (int i = 0; i < old.size(); i++) {
        items.add(between(old.get(i), fresh.get(i)));
      }
    } else {
      old.forEach(e -> items.add(gone(plain(e))));
      fresh.forEach(e -> items.add(added(plain(e))));
    }
    after.elements().subList(after.size() - end, after.size()).forEach(e -> items.add(plain(e)));
    return "&lt;&lt;" + String.join(", ", items) + "&gt;&gt;";
  }

  private static String functions(FunctionValue before, FunctionValue after, String separator) {
    TreeSet<Value> arguments = new TreeSet<>(before.domain().elements());
    arguments.addAll(after.domain().elements());
    List<String> items = new ArrayList<>();
    for (Value argument : arguments) {
      Value old = before.apply(argument);
      Value fresh = after.apply(argument);
      if (fresh == null) {
        items.add(gone(maplet(after, argument) + plain(Objects.requireNonNull(old))));
      } else if (old == null) {
        items.add(added(maplet(after, argument) + plain(fresh)));
      } else {
        items.add(maplet(after, argument) + between(old, fresh));
      }
    }
    return String.join(separator, items);
  }

  private static String maplet(FunctionValue function, Value argument) {
    return function instanceof RecordValue && argument instanceof StringValue field
        ? HtmlTrace.escaped(field.text()) + " |-> "
        : plain(argument) + " :> ";
  }
}
