package skolem.solver.session;

import java.util.List;

/// What a session has cost so far.
///
/// @param engine the solver at work, for people
/// @param variables how many the solver was given, auxiliary ones included
/// @param clauses how many the solver was given; for a solver of formulas, how many formulas
/// @param checks how many were answered
/// @param solverNanoseconds time inside the solver's checks
/// @param failures of engines, each with what happened
public record SessionStatistics(
    String engine,
    long variables,
    long clauses,
    int checks,
    long solverNanoseconds,
    List<String> failures) {
  public SessionStatistics {
    failures = List.copyOf(failures);
  }
}
