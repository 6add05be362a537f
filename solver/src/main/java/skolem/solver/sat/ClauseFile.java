package skolem.solver.sat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.session.Budget;

/// Formulas as clauses in DIMACS's format, for any SAT solver to check, and a proof that they
/// contradict one another in the format of DRAT checkers.
public final class ClauseFile {
  private static final int EXPAND_UP_TO = 1 << 14;
  private static final int LONGEST_CLAUSE = 1 << 30;
  private static final List<String> NOT_RESOLUTION = List.of("inprocessing", "lucky", "walk");

  private final List<int[]> clauses;
  private final Map<Integer, String> names;
  private final int variables;

  private ClauseFile(List<int[]> clauses, Map<Integer, String> names, int variables) {
    this.clauses = clauses;
    this.names = names;
    this.variables = variables;
  }

  /// The clauses that hold exactly where all of these formulas do.
  ///
  /// @throws UnboundedTermException where they speak of integers that have no bits, or of a choice
  ///   that is too large to be denied in clauses
  public static ClauseFile of(Formulas formulas, List<Formula> asserted) {
    Collector collector = new Collector();
    try (SatSession session = new SatSession(() -> collector, formulas.extension(), EXPAND_UP_TO)) {
      asserted.forEach(session::assertThat);
      if (!session.isExact()) {
        throw new UnboundedTermException("a choice that is too large to expand");
      }
      return new ClauseFile(collector.clauses, session.names(), collector.variables);
    }
  }

  /// @param comments lines that say what the clauses mean
  public void write(Path file, List<String> comments) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String comment : comments) {
        out.write("c " + comment + "\n");
      }
      for (Map.Entry<Integer, String> name : names.entrySet()) {
        out.write("c variable " + name.getKey() + " is " + name.getValue() + "\n");
      }
      out.write("p cnf " + variables + " " + clauses.size() + "\n");
      for (int[] clause : clauses) {
        out.write(line(clause));
      }
    }
  }

  private static String line(int[] clause) {
    StringBuilder line = new StringBuilder();
    for (int literal : clause) {
      line.append(literal).append(' ');
    }
    return line.append("0\n").toString();
  }

  /// Writes a proof that the clauses contradict one another: the clauses that CaDiCaL learns, each
  /// of which follows from those before by unit propagation.
  ///
  /// @return whether they do, as far as the budget goes
  public boolean prove(Path file, Budget budget) throws IOException {
    List<int[]> learned = new ArrayList<>();
    try (Arena arena = Arena.ofConfined();
        CadicalEngine engine = CadicalEngine.open()) {
      NOT_RESOLUTION.forEach(option -> engine.set(option, 0));
      engine.onLearning(learner(learned, arena), LONGEST_CLAUSE);
      clauses.forEach(clause -> engine.addClause(clause, clause.length));
      if (engine.solve(new int[0], budget) != SatEngine.Result.UNSATISFIABLE) {
        return false;
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int[] clause : learned) {
        out.write(line(clause));
      }
      if (learned.isEmpty() || learned.getLast().length > 0) {
        out.write("0\n");
      }
    }
    return true;
  }

  private static MemorySegment learner(List<int[]> learned, Arena arena) {
    try {
      MethodHandle add =
          MethodHandles.lookup()
              .findStatic(
                  ClauseFile.class,
                  "learn",
                  MethodType.methodType(
                      void.class, List.class, MemorySegment.class, MemorySegment.class))
              .bindTo(learned);
      AddressLayout literals =
          ValueLayout.ADDRESS.withTargetLayout(
              MemoryLayout.sequenceLayout(LONGEST_CLAUSE, ValueLayout.JAVA_INT));
      FunctionDescriptor type = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, literals);
      return Linker.nativeLinker().upcallStub(add, type, arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a method of this class", e);
    }
  }

  /// Called by CaDiCaL with each clause that it learns, which ends with 0.
  @SuppressWarnings("UnusedMethod") // called by a method handle
  private static void learn(
      List<int[]> learned, MemorySegment unusedState, MemorySegment literals) {
    int length = 0;
    while (literals.getAtIndex(ValueLayout.JAVA_INT, length) != 0) {
      length++;
    }
    int[] clause = new int[length];
    for (int i = 0; i < length; i++) {
      clause[i] = literals.getAtIndex(ValueLayout.JAVA_INT, i);
    }
    learned.add(clause);
  }

  /// Keeps clauses instead of solving them.
  private static final class Collector implements SatEngine {
    private final List<int[]> clauses = new ArrayList<>();
    private int variables;

    @Override
    public String name() {
      return "none";
    }

    @Override
    public void addClause(int[] literals, int length) {
      int[] clause = Arrays.copyOf(literals, length);
      for (int literal : clause) {
        variables = Math.max(variables, Math.abs(literal));
      }
      clauses.add(clause);
    }

    @Override
    public Result solve(int[] assumptions, Budget budget) {
      return Result.UNKNOWN;
    }

    @Override
    public String reason() {
      return "not a solver";
    }

    @Override
    public boolean value(int variable) {
      return false;
    }

    @Override
    public boolean failed(int assumption) {
      return false;
    }

    @Override
    public void close() {}
  }
}
