package skolem.benchmarks.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skolem.encoder.eval.Context;
import skolem.encoder.eval.States;
import skolem.encoder.eval.SymbolicEvaluator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Builtin;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Span;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ValueMap;
import skolem.solver.sat.ClauseFile;

/// What encoding spends its time on: hash-consing, merge, union with split, clauses.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerLoops {
  private static final int INPUTS = 64;
  private static final int BRANCHES = 32;
  private static final int ELEMENTS = 200;
  private static final int BITS = 4;

  private final Formulas formulas = new Formulas();
  private final List<Formula> inputs = variables(formulas, INPUTS);
  private final Algebra algebra = new Algebra(formulas);
  private final SymbolicEvaluator evaluator = new SymbolicEvaluator(algebra);
  private final List<SymValue.Alternative> branches = branches();
  private final Expr union = union();
  private final List<SymValue> state = List.of(set(0), pair());
  private final Formula pairs = pairs(formulas, inputs);

  private static List<Formula> variables(Formulas formulas, int count) {
    List<Formula> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(formulas.freshVariable("v" + i));
    }
    return all;
  }

  /// A disjunction of the conjunctions of all pairs of inputs: 2016 nodes below the root.
  private static Formula pairs(Formulas formulas, List<Formula> inputs) {
    List<Formula> all = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      for (int j = 0; j < i; j++) {
        all.add(formulas.and(inputs.get(i), inputs.get(j).not()));
      }
    }
    return formulas.or(all);
  }

  private SymValue set(int offset) {
    ValueMap.Builder<Formula> members = new ValueMap.Builder<>();
    for (int i = 0; i < ELEMENTS; i++) {
      members.put(IntValue.of(i), inputs.get((i + offset) % INPUTS));
    }
    return new SymValue.SetOf(members.build());
  }

  /// So many sets, each where one more of the inputs is false and those before it are true.
  private List<SymValue.Alternative> branches() {
    List<SymValue.Alternative> all = new ArrayList<>();
    Formula before = formulas.truth();
    for (int i = 0; i < BRANCHES; i++) {
      Formula chosen = i == BRANCHES - 1 ? before : formulas.and(before, inputs.get(i).not());
      all.add(new SymValue.Alternative(chosen, set(i)));
      before = formulas.and(before, inputs.get(i));
    }
    return all;
  }

  /// A number below 16, by four inputs from this one on.
  private SymValue number(int from) {
    ValueMap.Builder<Formula> choices = new ValueMap.Builder<>();
    for (int value = 0; value < 1 << BITS; value++) {
      Formula guard = formulas.truth();
      for (int bit = 0; bit < BITS; bit++) {
        Formula input = inputs.get(from + bit);
        guard = formulas.and(guard, (value >> bit & 1) == 1 ? input : input.not());
      }
      choices.put(IntValue.of(value), guard);
    }
    return algebra.atom(choices.build());
  }

  /// A pair of two such numbers: 256 possible values.
  private SymValue pair() {
    ValueMap.Builder<SymValue.Entry> entries = new ValueMap.Builder<>();
    entries.put(IntValue.of(1), new SymValue.Entry(formulas.truth(), number(0)));
    entries.put(IntValue.of(2), new SymValue.Entry(formulas.truth(), number(8)));
    return new SymValue.Function(entries.build(), true);
  }

  /// `{pair} \cup {pair}`, where the pair is symbolic.
  private static Expr union() {
    Expr pair = new Expr.VariableRef(new Variable("pair", 1, Span.NONE), Span.NONE);
    return new Expr.Native(
        Builtin.CUP,
        List.of(
            new Operand.ValueOperand(new Expr.SetEnumeration(List.of(pair), Span.NONE)),
            new Operand.ValueOperand(new Expr.SetEnumeration(List.of(pair), Span.NONE))),
        Span.NONE);
  }

  /// 2016 conjunctions and their disjunction, all new.
  @Benchmark
  public Formula newFormulas() {
    Formulas fresh = new Formulas();
    return pairs(fresh, variables(fresh, INPUTS));
  }

  /// The same formulas, all of which are there.
  @Benchmark
  public Formula knownFormulas() {
    return pairs(formulas, inputs);
  }

  /// 32 sets of 200 elements become one.
  @Benchmark
  public SymValue merge() {
    return algebra.merge(branches);
  }

  /// A pair of 256 possible values is put into a set, twice, and the sets are united.
  @Benchmark
  public SymValue unionWithSplit() {
    Context context = evaluator.start(States.of(List.copyOf(state)), new Faults(formulas));
    return evaluator.evaluate(union, context);
  }

  /// The clauses of the disjunction of 2016 conjunctions.
  @Benchmark
  public ClauseFile clauses() {
    return ClauseFile.of(formulas, List.of(pairs));
  }
}
