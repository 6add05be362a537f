package skolem.solver.engine;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;

/// Satisfiability by trying every assignment.
public final class TruthTable {
  private final Formulas formulas;
  private final List<Formula> variables;
  private final List<IntTerm> integers;

  public TruthTable(Formulas formulas, List<Formula> variables, List<IntTerm> integers) {
    this.formulas = formulas;
    this.variables = variables;
    this.integers = integers;
  }

  public boolean satisfiable(List<Formula> conjuncts) {
    return anyAssignment(
        0,
        new HashMap<>(),
        assignment -> {
          Valuation valuation = new Valuation(formulas, assignment);
          return conjuncts.stream().allMatch(valuation::holds);
        });
  }

  private boolean anyAssignment(
      int from, Map<IntTerm, BigInteger> values, Predicate<Assignment> test) {
    if (from < integers.size()) {
      IntTerm variable = integers.get(from);
      BigInteger low = variable.interval().low();
      BigInteger high = variable.interval().high();
      if (low == null || high == null) {
        throw new IllegalArgumentException("unbounded");
      }
      for (BigInteger v = low; v.compareTo(high) <= 0; v = v.add(BigInteger.ONE)) {
        values.put(variable, v);
        if (anyAssignment(from + 1, values, test)) {
          return true;
        }
      }
      return false;
    }
    for (int row = 0; row < 1 << variables.size(); row++) {
      if (test.test(new Row(row, values))) {
        return true;
      }
    }
    return false;
  }

  private final class Row implements Assignment {
    private final int row;
    private final Map<IntTerm, BigInteger> values;

    Row(int row, Map<IntTerm, BigInteger> values) {
      this.row = row;
      this.values = values;
    }

    @Override
    public boolean value(Formula variable) {
      int index = variables.indexOf(variable);
      return index >= 0 && (row >> index & 1) == 1;
    }

    @Override
    public BigInteger value(IntTerm variable) {
      BigInteger value = values.get(variable);
      if (value == null) {
        throw new IllegalArgumentException("no value for " + variable);
      }
      return value;
    }
  }
}
