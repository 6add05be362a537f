package skolem.cli.sweep;

import java.time.Duration;

/// What `check` says of a row beside what TLC says.
///
/// @param bound the greatest number of steps that was asked for
/// @param detail what it says, in a line
/// @param taken by the whole process, by the clock
record RowOutcome(CorpusRow row, int bound, Kind kind, String detail, Duration taken) {
  enum Kind {
    /// The whole question is answered, and as TLC answers it.
    AGREES("agrees"),
    /// It came less deep than it was asked to, and what it says so far is what TLC says.
    UNDECIDED("undecided"),
    /// The construct, or the size, is refused.
    REFUSED("refused"),
    /// It contradicts TLC.
    WRONG("WRONG");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
