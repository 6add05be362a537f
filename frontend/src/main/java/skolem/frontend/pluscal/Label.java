package skolem.frontend.pluscal;

/// A control point.
///
/// @param place of the label, or of the statement where it was added
record Label(String name, Strength strength, Place place) {
  /// What is written after the colon: how fair the step is.
  enum Strength {
    PLAIN,
    /// `+`: strongly fair.
    PLUS,
    /// `-`: not fair.
    MINUS
  }

  Label named(String other) {
    return new Label(other, strength, place);
  }
}
