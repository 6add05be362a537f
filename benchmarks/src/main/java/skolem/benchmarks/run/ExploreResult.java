package skolem.benchmarks.run;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import skolem.benchmarks.corpus.TlcRow;

/// What `skolem explore` says of a specification, beside what TLC says.
///
/// @param verdict in TLC's words
public record ExploreResult(
    TlcRow row,
    String verdict,
    OptionalLong generated,
    OptionalLong distinct,
    OptionalLong depth,
    OptionalDouble cpuSeconds) {

  /// Whether a search that visited every state disagrees with TLC, liveness apart; a search that
  /// ended at a violation has counts that depend on its order.
  public boolean disagrees() {
    if (!verdict.equals(row.verdict()) && !missesLiveness()) {
      return true;
    }
    return verdict.equals("success")
        && !(distinct.equals(row.distinct()) && depth.equals(row.depth()));
  }

  /// Whether TLC finds a violation of a property that `explore` does not check.
  public boolean missesLiveness() {
    return verdict.equals("success") && row.verdict().equals("liveness failure");
  }
}
