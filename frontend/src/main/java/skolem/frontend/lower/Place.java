package skolem.frontend.lower;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Local;

/// Where an expression is lowered.
///
/// @param at what `@` stands for, or null outside EXCEPT
record Place(Context context, Locals locals, @Nullable Local at) {
  static Place of(Context context, Locals locals) {
    return new Place(context, locals, null);
  }

  Place with(Object binder, Local local) {
    return new Place(context, locals.with(binder, local), at);
  }

  Place withLocals(Locals more) {
    return new Place(context, more, at);
  }

  Place withAt(Local local) {
    return new Place(context, locals, local);
  }
}
