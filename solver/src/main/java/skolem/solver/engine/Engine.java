package skolem.solver.engine;

/// The solvers that can be asked for.
public enum Engine {
  /// CaDiCaL, or Z3 where CaDiCaL does not load, moving over to an SMT solver when the first integer
  /// without bounds appears.
  AUTO,
  /// CaDiCaL; integers become bits.
  CADICAL,
  /// Z3's solver for finite domains; integers become bits.
  Z3
}
