package skolem.frontend.resolve;

import skolem.frontend.kernel.Level;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;

/// Says what is wrong with a level, in words; silent while a recursion is being approximated.
final class LevelReports {
  private final Diagnostics diagnostics;
  private int muted;

  LevelReports(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// Does something without a report.
  void quietly(Runnable action) {
    muted++;
    try {
      action.run();
    } finally {
      muted--;
    }
  }

  void error(Code code, Span span, String message) {
    report(Diagnostic.error(code, span, message));
  }

  void report(Diagnostic diagnostic) {
    if (muted == 0) {
      diagnostics.report(diagnostic);
    }
  }

  /// Reports an operand above the highest level that its place allows.
  void check(Level level, Level maximum, Span span, String place) {
    if (level.compareTo(maximum) > 0) {
      error(
          Code.LEVEL,
          span,
          place + " takes at most " + phrase(maximum) + "; this is " + phrase(level));
    }
  }

  /// A level in words, with its article.
  static String phrase(Level level) {
    return switch (level) {
      case CONSTANT -> "a constant expression";
      case STATE -> "a state expression";
      case ACTION -> "an action";
      case TEMPORAL -> "a temporal formula";
    };
  }
}
