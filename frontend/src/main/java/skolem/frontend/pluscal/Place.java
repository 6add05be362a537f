package skolem.frontend.pluscal;

import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// Where a statement stands: its first token, and the macro call that brought it where one did.
record Place(Span span, int line, int column, @Nullable Place call) {
  static Place of(Token token) {
    return new Place(token.span(), token.line(), token.column(), null);
  }

  Place calledAt(Place macroCall) {
    return new Place(span, line, column, macroCall);
  }

  /// The words of a failed assertion's message.
  String described() {
    String here = "line " + line + ", column " + column;
    return call == null ? here : here + " of macro called at " + call.described();
  }
}
