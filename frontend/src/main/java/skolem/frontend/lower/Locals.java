package skolem.frontend.lower;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Local;

/// What binders and LET definitions around a place were lowered to: an immutable chain.
final class Locals {
  static final Locals NONE = new Locals(null, null, null);

  private final @Nullable Object key;
  private final @Nullable Object image;
  private final @Nullable Locals outer;

  private Locals(@Nullable Object key, @Nullable Object image, @Nullable Locals outer) {
    this.key = key;
    this.image = image;
    this.outer = outer;
  }

  /// With one more binder, by the identity of its identifier.
  Locals with(Object binder, Local local) {
    return new Locals(binder, local, this);
  }

  /// With one more LET definition, by its symbol.
  Locals with(Object symbol, Definition definition) {
    return new Locals(symbol, definition, this);
  }

  /// With the context of an instance that stands in a LET, by its symbol.
  Locals with(Object symbol, Context context) {
    return new Locals(symbol, context, this);
  }

  @Nullable Object lookup(Object key) {
    for (Locals at = this; at != null; at = at.outer) {
      if (at.key == key) {
        return at.image;
      }
    }
    return null;
  }
}
