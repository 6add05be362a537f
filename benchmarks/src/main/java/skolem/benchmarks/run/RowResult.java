package skolem.benchmarks.run;

import java.util.List;
import skolem.benchmarks.corpus.SuiteRow;

/// The runs of one row, at least one.
///
/// @param runs all with an answer, or the one that shows that the row has none
public record RowResult(SuiteRow row, List<Measurement> runs) {
  public RowResult {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a row without a run");
    }
  }

  public Answer answer() {
    return runs.getLast().answer();
  }
}
