package skolem.frontend.pluscal;

import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Says what is wrong with an algorithm.
final class Faults {
  private Faults() {}

  /// To be thrown where the translation cannot go on.
  static RejectedException at(Span span, String message) {
    return RejectedException.of(Code.PLUSCAL, span, message);
  }

  static RejectedException at(Place place, String message) {
    return at(place.span(), message);
  }
}
