package skolem.solver.engine;

import java.util.List;
import java.util.function.Supplier;
import skolem.encoder.formula.Formulas;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.solver.sat.SatSession;
import skolem.solver.session.SolverSession;
import skolem.solver.smt.SmtSession;
import skolem.solver.smt.SmtSolver;

/// Opens sessions with the engine of one's choice; what an engine needs is loaded when its first
/// session opens.
public final class SolverSessions {
  private SolverSessions() {}

  /// A new session.
  ///
  /// @param formulas the maker of all formulas that the session will see; the session makes more
  /// @throws RejectedException with [Code#SYSTEM] where the engine does not load here; the session
  ///   throws it with [Code#UNSUPPORTED] for a formula that the engine has no means to express
  public static SolverSession open(Engine engine, Formulas formulas) {
    return switch (engine) {
      case AUTO -> automatic(formulas);
      case CADICAL -> onBits("CaDiCaL", SatSession.withCadical(formulas));
      case Z3 -> onBits("Z3's solver for finite domains", SatSession.withZ3(formulas));
      case SMT -> SmtSession.with(SmtSolver.Z3, formulas);
      case SMTINTERPOL -> SmtSession.with(SmtSolver.SMTINTERPOL, formulas);
    };
  }

  private static SolverSession automatic(Formulas formulas) {
    Supplier<SolverSession> integers =
        () ->
            first(
                List.of(
                    () -> SmtSession.with(SmtSolver.Z3, formulas),
                    () -> SmtSession.with(SmtSolver.SMTINTERPOL, formulas)));
    SolverSession bits =
        first(
            List.of(
                () -> SatSession.withCadical(formulas),
                () -> SatSession.withZ3(formulas),
                () -> SmtSession.with(SmtSolver.SMTINTERPOL, formulas)));
    return new RelaySession(bits, integers);
  }

  /// The first session that opens.
  private static SolverSession first(List<Supplier<SolverSession>> candidates) {
    for (Supplier<SolverSession> candidate : candidates.subList(0, candidates.size() - 1)) {
      try {
        return candidate.get();
      } catch (RejectedException _) {
        // The next one is there for this case.
      }
    }
    return candidates.getLast().get();
  }

  private static SolverSession onBits(String name, SolverSession session) {
    return new RelaySession(
        session,
        () -> {
          throw RejectedException.of(
              Code.UNSUPPORTED,
              Span.NONE,
              name + " works on bits: it has no integers without bounds, and none of over 64 bits");
        });
  }
}
