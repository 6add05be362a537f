package skolem.explicit.eval;

import java.util.List;
import skolem.frontend.kernel.Definition;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// How evaluation says that an expression has no value: always a [RejectedException] at its place.
final class EvaluationErrors {
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_NOTES = 10;

  private EvaluationErrors() {}

  static RejectedException undefined(Span at, String message) {
    return RejectedException.of(Code.UNDEFINED, at, message);
  }

  static RejectedException unsupported(Span at, String message) {
    return RejectedException.of(Code.UNSUPPORTED, at, message);
  }

  /// `expected` was needed, `found` is there.
  static RejectedException wrongKind(Span at, String expected, Value found) {
    return undefined(at, expected + " is needed here, not " + describe(found));
  }

  static RejectedException incomparable(Span at, Value left, Value right) {
    return undefined(at, "cannot compare " + describe(left) + " with " + describe(right));
  }

  /// The stack of the machine did not suffice.
  static RejectedException tooDeep(Span at) {
    return undefined(at, "the evaluation recurses too deeply; perhaps a recursion does not end");
  }

  /// The kind and the text of a value, cut where it is long.
  static String describe(Value value) {
    return value.kind() + " " + text(value);
  }

  static String text(Value value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  /// The same error with the note that it arose inside `definition`, which is applied at `at`.
  static RejectedException within(RejectedException error, Definition definition, Span at) {
    Diagnostic diagnostic = error.diagnostics().getFirst();
    if (diagnostic.notes().size() >= MOST_NOTES) {
      return error;
    }
    return new RejectedException(List.of(diagnostic.with(at, "in " + definition.name())));
  }
}
