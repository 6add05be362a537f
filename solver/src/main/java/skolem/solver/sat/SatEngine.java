package skolem.solver.sat;

import java.util.List;
import skolem.solver.session.Budget;

/// An incremental SAT solver: clauses in, satisfiability under assumptions out. Literals are
/// DIMACS's: variable 1, 2, …, its negation by sign.
interface SatEngine extends AutoCloseable {

  /// What a call of [#solve] said.
  enum Result {
    SATISFIABLE,
    UNSATISFIABLE,
    /// See [#reason].
    UNKNOWN
  }

  /// The solver's name, for people.
  String name();

  /// Adds the clause of the first `length` literals; the array is the caller's again afterwards.
  void addClause(int[] literals, int length);

  /// Whether the clauses hold together with the assumptions.
  Result solve(int[] assumptions, Budget budget);

  /// Why the last call of [#solve] was [Result#UNKNOWN].
  String reason();

  /// Whether the variable is true in the model of the last call of [#solve], which was
  /// [Result#SATISFIABLE]; a variable that no clause mentions is false.
  boolean value(int variable);

  /// Whether this assumption took part in the contradiction that made the last call of [#solve]
  /// [Result#UNSATISFIABLE].
  boolean failed(int assumption);

  /// How engines that helped this one failed, in their order.
  default List<String> failures() {
    return List.of();
  }

  @Override
  void close();
}
