package skolem.frontend.kernel;

import skolem.frontend.source.Span;

/// A state variable.
///
/// @param index its place among the variables of the model, from 0
public record Variable(String name, int index, Span span) {
  @Override
  public String toString() {
    return name;
  }
}
