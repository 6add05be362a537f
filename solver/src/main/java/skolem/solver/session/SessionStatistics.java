package skolem.solver.session;

/// What a session has cost so far.
///
/// @param engine the solver at work, for people
/// @param variables how many the solver was given, auxiliary ones included
/// @param clauses how many the solver was given; for a solver of formulas, how many formulas
/// @param checks how many were answered
/// @param solverNanoseconds time inside the solver's checks
public record SessionStatistics(
    String engine, long variables, long clauses, int checks, long solverNanoseconds) {}
