package skolem.solver.bmc;

import java.time.Duration;
import skolem.frontend.verdict.Outcome;

/// Is told how a bounded check goes on.
public interface CheckListener {
  /// The check begins.
  ///
  /// @param progress how far it is, at any time
  default void begins(CheckProgress progress) {}

  /// The questions about states after `depth` steps are being asked.
  ///
  /// @param branches how many ways of taking the last step were encoded
  default void asking(int depth, int branches) {}

  /// All questions about states after `depth` steps are answered.
  ///
  /// @param branches how many ways of taking the last step were encoded
  /// @param nodes how many formula nodes there are by now
  void done(int depth, int branches, int nodes, Duration elapsed);

  /// A counterexample was found; the search may go on.
  default void found(Outcome.Violated violated) {}

  /// A listener that does nothing.
  static CheckListener silent() {
    return (_, _, _, _) -> {};
  }
}
