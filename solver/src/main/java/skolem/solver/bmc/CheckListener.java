package skolem.solver.bmc;

import java.time.Duration;

/// Is told how a bounded check goes on.
public interface CheckListener {
  /// All questions about states after `depth` steps are answered: none is bad.
  ///
  /// @param branches how many ways of taking the last step were encoded
  /// @param nodes how many formula nodes there are by now
  void safe(int depth, int branches, int nodes, Duration elapsed);

  /// A listener that does nothing.
  static CheckListener silent() {
    return (_, _, _, _) -> {};
  }
}
