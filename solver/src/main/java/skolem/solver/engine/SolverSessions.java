package skolem.solver.engine;

import java.util.function.Supplier;
import skolem.encoder.formula.Formulas;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.solver.sat.SatSession;
import skolem.solver.session.SolverSession;

/// Opens sessions with the engine of one's choice; what an engine needs is loaded when its first
/// session opens.
public final class SolverSessions {
  private SolverSessions() {}

  /// A new session.
  ///
  /// @param formulas the maker of all formulas that the session will see; the session makes more
  /// @throws RejectedException with [Code#SYSTEM] where the engine does not load here; the session
  ///     throws it with [Code#UNSUPPORTED] for a formula that the engine has no means to express
  public static SolverSession open(Engine engine, Formulas formulas) {
    return switch (engine) {
      case AUTO -> withoutIntegers("CaDiCaL", SatSession.withCadical(formulas));
      case CADICAL -> withoutIntegers("CaDiCaL", SatSession.withCadical(formulas));
      case Z3 -> withoutIntegers("Z3's finite-domain solver", SatSession.withZ3(formulas));
    };
  }

  private static SolverSession withoutIntegers(String name, SolverSession session) {
    Supplier<SolverSession> none =
        () -> {
          throw unsupported(name + " works on bits and has no integers without bounds");
        };
    return new RelaySession(session, none);
  }

  private static RejectedException unsupported(String message) {
    return RejectedException.of(Code.UNSUPPORTED, Span.NONE, message);
  }
}
