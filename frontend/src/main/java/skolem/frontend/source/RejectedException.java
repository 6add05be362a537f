package skolem.frontend.source;

import java.util.List;
import java.util.stream.Collectors;

/// The input cannot be processed further; carries every diagnostic found, at least one an error.
///
/// Thrown at the end of a stage that reported errors, and by evaluators at the expression that has
/// no value or is not supported. Commands catch it once, at the top.
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public RejectedException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(d -> d.span() + ": " + d.message())
            .collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  public RejectedException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  public static RejectedException of(Code code, Span span, String message) {
    return new RejectedException(Diagnostic.error(code, span, message));
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
