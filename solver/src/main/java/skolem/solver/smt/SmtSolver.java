package skolem.solver.smt;

import org.sosy_lab.java_smt.SolverContextFactory.Solvers;
import skolem.solver.library.NativeLibraries;

/// An SMT solver behind java-smt.
public enum SmtSolver {
  /// Native, with nonlinear arithmetic and quantifiers.
  Z3("Z3 (SMT)"),
  /// Pure Java, linear arithmetic only (Christ, Hoenicke, Nutz: SMTInterpol, SPIN 2012).
  SMTINTERPOL("SMTInterpol");

  private final String title;

  SmtSolver(String title) {
    this.title = title;
  }

  /// The name for people.
  public String title() {
    return title;
  }

  Solvers solver() {
    return switch (this) {
      case Z3 -> Solvers.Z3;
      case SMTINTERPOL -> Solvers.SMTINTERPOL;
    };
  }

  /// @throws skolem.frontend.source.RejectedException where a library does not load
  void loadLibraries() {
    if (this == Z3) {
      NativeLibraries.load("z3", "Z3");
      NativeLibraries.load("z3java", "Z3");
    }
  }
}
