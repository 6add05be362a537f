package skolem.solver.engine;

/// The solvers that can be asked for.
public enum Engine {
  /// CaDiCaL, or Z3 where CaDiCaL does not load, until the first integer appears that has no bounds
  /// or too wide ones; from then on [#SMT], or [#SMTINTERPOL] where Z3 does not load.
  AUTO,
  /// CaDiCaL; integers become bits.
  CADICAL,
  /// Z3's solver for finite domains; integers become bits.
  Z3,
  /// Z3's SMT solver.
  SMT,
  /// SMTInterpol, in pure Java; linear arithmetic, no quantifiers.
  SMTINTERPOL
}
