package skolem.frontend.pluscal;

import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
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
    return new RejectedException(diagnostic(place, message));
  }

  /// A fault of a statement, which tells of the macro calls that brought it there.
  static Diagnostic diagnostic(Place place, String message) {
    Diagnostic diagnostic = Diagnostic.error(Code.PLUSCAL, place.span(), message);
    for (Place call = place.call(); call != null; call = call.call()) {
      diagnostic = diagnostic.with(call.span(), "the macro is called here");
    }
    return diagnostic;
  }
}
