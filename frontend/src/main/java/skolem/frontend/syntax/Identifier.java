package skolem.frontend.syntax;

import skolem.frontend.source.Span;

/// A name where it is introduced or used.
public record Identifier(String name, Span span) {
  @Override
  public String toString() {
    return name;
  }
}
