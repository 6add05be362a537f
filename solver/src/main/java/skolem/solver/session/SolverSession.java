package skolem.solver.session;

import java.util.List;
import skolem.encoder.formula.Formula;

/// One incremental conversation with a solver. All formulas come from the maker that the session
/// was opened with; the value of an integer variable lies in its interval without being told.
///
/// A session belongs to one thread at a time.
public interface SolverSession extends AutoCloseable {

  /// Adds a formula to the conjunction of all that is asserted; there is no way back.
  ///
  /// @throws skolem.frontend.source.RejectedException where the solver that the user chose has no
  ///   means to express the formula
  void assertThat(Formula formula);

  /// Whether the assertions and these assumptions hold together for some values of the variables.
  /// Never an exception for a solver that gives up: that is [Answer.Unknown].
  ///
  /// @throws skolem.frontend.source.RejectedException as [#assertThat]
  Answer check(List<Formula> assumptions, Budget budget);

  SessionStatistics statistics();

  /// Gives back the solver's memory. Answers got before stay valid.
  @Override
  void close();
}
