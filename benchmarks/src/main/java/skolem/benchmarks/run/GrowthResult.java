package skolem.benchmarks.run;

import java.util.List;
import java.util.Optional;
import skolem.benchmarks.corpus.Growth;

/// What a proof cost at growing sizes.
///
/// @param runs in the order of their sizes; none where the specification is absent
public record GrowthResult(Growth growth, List<Run> runs) {
  /// One run; without a meaning of the size where nothing can grow.
  public record Run(int size, Measurement measurement) {
    public boolean isProved() {
      return measurement.answer() == Answer.HOLDS;
    }
  }

  public GrowthResult {
    runs = List.copyOf(runs);
  }

  /// The runs that end with a proof.
  public List<Run> proved() {
    return runs.stream().filter(Run::isProved).toList();
  }

  /// The run that ended the growth; empty where the last one was a proof.
  public Optional<Run> end() {
    return runs.isEmpty() || runs.getLast().isProved()
        ? Optional.empty()
        : Optional.of(runs.getLast());
  }
}
