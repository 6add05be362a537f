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
    return open(engine, formulas, () -> SatSession.withCadical(formulas));
  }

  /// As [#open], with an engine that uses a second processor where a budget allows that, if there
  /// is such an engine.
  public static SolverSession withPortfolio(Engine engine, Formulas formulas) {
    return open(engine, formulas, () -> SatSession.withPortfolio(formulas));
  }

  private static SolverSession open(
      Engine engine, Formulas formulas, Supplier<SolverSession> cadical) {
    return switch (engine) {
      case AUTO -> automatic(formulas, cadical);
      case CADICAL -> onBits("CaDiCaL", cadical.get());
      case Z3 -> onBits("Z3's solver for finite domains", SatSession.withZ3(formulas));
      case SMT -> alone(SmtSession.with(SmtSolver.Z3, formulas));
      case SMTINTERPOL -> alone(SmtSession.with(SmtSolver.SMTINTERPOL, formulas));
    };
  }

  private static SolverSession automatic(Formulas formulas, Supplier<SolverSession> cadical) {
    Supplier<SolverSession> pureJava = () -> SmtSession.with(SmtSolver.SMTINTERPOL, formulas);
    Team bits = Team.of(List.of(cadical, () -> SatSession.withZ3(formulas)));
    return new RelaySession(
        bits == null ? Team.of(pureJava.get()) : bits,
        () -> {
          Team integers = Team.of(List.of(() -> SmtSession.with(SmtSolver.Z3, formulas), pureJava));
          return integers == null ? Team.of(pureJava.get()) : integers;
        });
  }

  private static SolverSession alone(SolverSession session) {
    return new RelaySession(
        Team.of(session),
        () -> {
          throw new IllegalStateException("an SMT solver has all integers");
        });
  }

  private static SolverSession onBits(String name, SolverSession session) {
    return new RelaySession(
        Team.of(session),
        () -> {
          throw RejectedException.of(
              Code.UNSUPPORTED,
              Span.NONE,
              name + " works on bits: it has no integers without bounds, and none of over 64 bits");
        });
  }
}
