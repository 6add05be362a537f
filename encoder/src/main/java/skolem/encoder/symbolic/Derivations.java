package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// How scalars were computed from scalars of the state, as tables.
///
/// Guards alone do not show that two values rest on the same part of a state: of `x - Min(x, y)`
/// they have room for each difference of a possible x and a possible minimum, so that x could seem
/// to become negative, and further away from what it can be with each step. Where two operands have
/// a part in common, the result is computed for each combination of the parts instead.
public final class Derivations {
  /// How many combinations a table may have.
  private static final int ROWS = 256;

  private final Formulas formulas;
  private final Set<SymValue.Atom> parts = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<SymValue.Atom, Table> scalars = new IdentityHashMap<>();
  private final Map<Formula, Table> conditions = new HashMap<>();

  Derivations(Formulas formulas) {
    this.formulas = formulas;
  }

  /// A scalar, or a truth value, for each combination of choices of some parts of the state.
  public static final class Table {
    private final List<SymValue.Atom> parts;

    /// By combination; the last part's choice changes first. Null where there is no value.
    private final @Nullable Value[] results;

    private Table(List<SymValue.Atom> parts, @Nullable Value[] results) {
      this.parts = List.copyOf(parts);
      this.results = results;
    }

    /// The values that there are, each once.
    public List<Value> values() {
      return Stream.of(results)
          .<Value>mapMulti((value, sink) -> {
            if (value != null) {
              sink.accept(value);
            }
          })
          .distinct()
          .toList();
    }

    private boolean isTotal() {
      return Stream.of(results).allMatch(Objects::nonNull);
    }

    private boolean isRelatedTo(Table other) {
      for (SymValue.Atom part : parts) {
        if (indexOf(other.parts, part) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  // ── What is known ───────────────────────────────────────────────────────────────────────────

  /// Goes on to another state, from the parts of which scalars will be computed.
  ///
  /// @param state the values of its variables, on every behaviour that comes to it
  public void begin(List<SymValue> state) {
    parts.clear();
    scalars.clear();
    conditions.clear();
    state.forEach(this::addParts);
  }

  /// What has a value, whatever the state.
  private void addParts(SymValue value) {
    switch (value) {
      case SymValue.Atom atom when atom.only() == null -> parts.add(atom);
      case SymValue.Function(var entries, _) ->
          entries.forEach((_, entry) -> {
            if (entry.inDomain().isTrue()) {
              addParts(entry.result());
            }
          });
      case SymValue.Atom _,
          SymValue.Bool _,
          SymValue.Int _,
          SymValue.SetOf _,
          SymValue.Described _,
          SymValue.Mixed _ -> {}
    }
  }

  /// How a scalar was computed, or null where that is not known.
  private @Nullable Table of(SymValue.Atom atom) {
    Value constant = atom.only();
    if (constant != null) {
      return new Table(List.of(), new Value[] {constant});
    }
    return parts.contains(atom)
        ? new Table(List.of(atom), atom.choices().keySet().toArray(new Value[0]))
        : scalars.get(atom);
  }

  /// How a truth value was computed, or null where that is not known.
  private @Nullable Table of(Formula condition) {
    Table table = conditions.get(condition.positive());
    return table != null && condition.negated() ? negated(table) : table;
  }

  private static Table negated(Table table) {
    Value[] results = table.results.clone();
    for (int row = 0; row < results.length; row++) {
      results[row] = results[row] == null ? null : BoolValue.of(results[row] != BoolValue.TRUE);
    }
    return new Table(table.parts, results);
  }

  /// Notes how a scalar was computed.
  public void note(SymValue value, @Nullable Table table) {
    if (table != null && value instanceof SymValue.Atom atom && atom.only() == null) {
      scalars.put(atom, table);
    }
  }

  /// Notes how a truth value was computed, where it always has one: another one of which no table
  /// is known may come to the same formula.
  public void note(Formula condition, @Nullable Table table) {
    if (table != null && !condition.isConstant() && table.isTotal()) {
      conditions.put(condition.positive(), condition.negated() ? negated(table) : table);
    }
  }

  // ── Tables of tables ────────────────────────────────────────────────────────────────────────

  /// Whether both scalars were computed from some part of the state.
  public boolean areRelated(SymValue.Atom left, SymValue.Atom right) {
    return areRelated(of(left), of(right));
  }

  /// Whether a condition and one of the scalars were computed from some part of the state.
  boolean areRelated(Formula condition, SymValue.Atom then, SymValue.Atom otherwise) {
    Table why = of(condition);
    return areRelated(why, of(then)) || areRelated(why, of(otherwise));
  }

  private static boolean areRelated(@Nullable Table left, @Nullable Table right) {
    return left != null && right != null && left.isRelatedTo(right);
  }

  /// The result of an operation, which has no value where an operand has none, or where it gives
  /// null.
  ///
  /// @return null where it is not known how the operands were computed, or there are too many rows
  public @Nullable Table combined(
      SymValue.Atom left, SymValue.Atom right, BinaryOperator<@Nullable Value> operation) {
    Table l = of(left);
    Table r = of(right);
    return l == null || r == null
        ? null
        : combined(
            List.of(l, r),
            operands ->
                operands[0] == null || operands[1] == null
                    ? null
                    : operation.apply(operands[0], operands[1]));
  }

  /// The one or the other, as the condition says; null as for an operation.
  @Nullable Table chosen(Formula condition, SymValue.Atom then, SymValue.Atom otherwise) {
    Table why = of(condition);
    Table yes = of(then);
    Table no = of(otherwise);
    return why == null || yes == null || no == null
        ? null
        : combined(
            List.of(why, yes, no),
            operands ->
                operands[0] == null
                    ? null
                    : operands[0] == BoolValue.TRUE ? operands[1] : operands[2]);
  }

  private static @Nullable Table combined(
      List<Table> tables, Function<@Nullable Value[], @Nullable Value> operation) {
    List<SymValue.Atom> all = new ArrayList<>();
    long rows = 1;
    for (Table table : tables) {
      for (SymValue.Atom part : table.parts) {
        if (indexOf(all, part) < 0) {
          all.add(part);
          rows *= part.choices().size();
          if (rows > ROWS) {
            return null;
          }
        }
      }
    }
    Value[] results = new Value[(int) rows];
    int[] choices = new int[all.size()];
    for (int row = 0; row < results.length; row++) {
      int left = row;
      for (int i = all.size() - 1; i >= 0; i--) {
        choices[i] = left % all.get(i).choices().size();
        left /= all.get(i).choices().size();
      }
      Value[] operands = new Value[tables.size()];
      for (int i = 0; i < operands.length; i++) {
        operands[i] = at(tables.get(i), all, choices);
      }
      results[row] = operation.apply(operands);
    }
    return new Table(all, results);
  }

  private static @Nullable Value at(Table table, List<SymValue.Atom> all, int[] choices) {
    int row = 0;
    for (SymValue.Atom part : table.parts) {
      row = row * part.choices().size() + choices[indexOf(all, part)];
    }
    return table.results[row];
  }

  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(List<SymValue.Atom> parts, SymValue.Atom part) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) == part) {
        return i;
      }
    }
    return -1;
  }

  // ── From tables to values ───────────────────────────────────────────────────────────────────

  /// The scalar, which is noted as computed so.
  public SymValue scalar(Table table) {
    Map<Value, Formula> guards = new LinkedHashMap<>();
    table.values().forEach(result -> guards.put(result, where(table, result)));
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    guards.forEach((result, guard) -> {
      if (!guard.isFalse()) {
        choices.put(result, guard);
      }
    });
    SymValue scalar = SymValue.atom(choices.build(), formulas.truth());
    note(scalar, table);
    return scalar;
  }

  /// When the state is one for which this is the result.
  public Formula where(Table table, Value result) {
    return where(table, result, 0, 0);
  }

  /// @param part the first whose choice is open
  /// @param row of the choices before it
  private Formula where(Table table, Value result, int part, int row) {
    if (part == table.parts.size()) {
      return formulas.constant(result.equals(table.results[row]));
    }
    Map<Formula, List<Formula>> guards = new LinkedHashMap<>();
    int choice = row * table.parts.get(part).choices().size();
    for (Formula guard : table.parts.get(part).choices().values()) {
      Formula rest = where(table, result, part + 1, choice++);
      guards.computeIfAbsent(rest, _ -> new ArrayList<>()).add(guard);
    }
    if (guards.size() == 1) {
      return guards.keySet().iterator().next();
    }
    List<Formula> cases = new ArrayList<>(guards.size());
    guards.forEach((rest, some) -> {
      if (!rest.isFalse()) {
        cases.add(formulas.and(rest, formulas.or(some)));
      }
    });
    return formulas.or(cases);
  }
}
