package skolem.solver.sat;

import java.io.BufferedWriter;
import java.io.IOException;
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
    List<int[]> learned;
    try (LearnedClauses learnedClauses = new LearnedClauses(Integer.MAX_VALUE);
        CadicalEngine engine = CadicalEngine.open()) {
      NOT_RESOLUTION.forEach(option -> engine.set(option, 0));
      engine.onLearning(learnedClauses, LearnedClauses.ANY_LENGTH);
      clauses.forEach(clause -> engine.addClause(clause, clause.length));
      if (engine.solve(new int[0], budget) != SatEngine.Result.UNSATISFIABLE) {
        return false;
      }
      learned = learnedClauses.take();
      if (!learnedClauses.isComplete()) {
        throw new OutOfMemoryError("the proof is too long");
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
