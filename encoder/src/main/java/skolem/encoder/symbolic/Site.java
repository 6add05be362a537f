package skolem.encoder.symbolic;

import java.util.function.Supplier;
import skolem.encoder.formula.Formula;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Where an operation is applied: under which condition, at which place of the source, and who is
/// told when it has no value.
public record Site(Path path, Span span, Faults faults) {
  /// The operation has no value where `condition` holds.
  public void undefined(Formula condition, String message) {
    faults.report(path, condition, Code.UNDEFINED, span, message);
  }

  /// The same, for words that are only put together where they are needed.
  public void undefined(Formula condition, Supplier<String> message) {
    faults.report(path, condition, Code.UNDEFINED, span, message);
  }

  /// Evaluation goes on to where this engine does not follow: what is found holds only if it does
  /// not come here.
  public void beyondLimits(String message) {
    faults.report(path, path.truth(), Code.UNSUPPORTED, span, message);
  }

  /// This site, where besides `condition` holds.
  public Site under(Formula condition) {
    return new Site(path.and(condition), span, faults);
  }

  /// The refusal of something that is understood and not supported.
  public RejectedException unsupported(String message) {
    return RejectedException.of(Code.UNSUPPORTED, span, message);
  }
}
