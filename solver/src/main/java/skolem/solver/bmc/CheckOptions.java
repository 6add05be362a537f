package skolem.solver.bmc;

import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// What the bounded checker is asked for.
///
/// @param length the greatest number of steps
/// @param budget for each query to the solver
/// @param deadlock whether a state without a successor is bad
public record CheckOptions(int length, Engine engine, Budget budget, boolean deadlock) {}
