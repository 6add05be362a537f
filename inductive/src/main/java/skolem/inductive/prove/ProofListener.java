package skolem.inductive.prove;

import java.util.List;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;

/// Is told how a proof goes on, from one thread at a time.
public interface ProofListener {
  /// For those who only want the result.
  ProofListener SILENT =
      new ProofListener() {
        @Override
        public void begins(List<Obligation> all) {}

        @Override
        public void asks(Obligation obligation) {}

        @Override
        public void done(Cell cell) {}
      };

  /// The obligations are known.
  ///
  /// @param all in the order of the matrix; for induction over several states, some stand several
  ///   times
  void begins(List<Obligation> all);

  /// Some worker turns to an obligation.
  void asks(Obligation obligation);

  void done(Cell cell);
}
