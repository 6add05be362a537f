package skolem.frontend.pluscal;

import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// A file with the translation of its algorithm.
///
/// @param file the new text; its places are those of the old file, and those of the translation are
///   places of the algorithm
/// @param hadTranslation whether the old file has a translation, which the new one replaces
/// @param stale whether that one is not of this algorithm
/// @param identical whether that one has the same words as the new one
/// @param heading where the algorithm begins
public record Translation(
    SourceFile file, boolean hadTranslation, boolean stale, boolean identical, Span heading) {

  /// The new text of the file.
  public String text() {
    return file.text();
  }
}
