package skolem.frontend.pluscal;

import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// A file with the translation of its algorithm.
///
/// @param file the new text; its places are those of the old file, and those of the translation are
///   places of the algorithm
/// @param replaced what the new translation takes the place of
/// @param heading where the algorithm begins
public record Translation(SourceFile file, Replaced replaced, Span heading) {

  /// The translation that the old file has.
  public enum Replaced {
    /// There is none.
    NONE,
    /// It is of another algorithm: this one has changed.
    STALE,
    /// It is of this algorithm, and somebody has changed it.
    EDITED,
    /// It says the same in another way, as other versions of the translator do.
    EQUIVALENT,
    /// It has the same words.
    SAME
  }

  /// The new text of the file.
  public String text() {
    return file.text();
  }
}
