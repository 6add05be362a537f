package skolem.frontend.parse;

import skolem.frontend.source.Span;

/// An expression is nested more deeply than trees of it can be processed.
final class NestingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;

  NestingException(Span span) {
    super("nested too deeply");
    this.span = span;
  }

  Span span() {
    return span;
  }
}
