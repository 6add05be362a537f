package skolem.explicit.eval;

import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.kernel.Local;
import skolem.frontend.value.Value;

/// What the names in scope stand for: a persistent chain, the innermost binding first.
///
/// Names are looked up by identity.
abstract sealed class Environment {
  static final Environment EMPTY = new Empty();

  private final Object name;
  private final Environment outer;

  private Environment(Object name, Environment outer) {
    this.name = name;
    this.outer = outer;
  }

  private Environment() {
    this.name = this;
    this.outer = this;
  }

  private static final class Empty extends Environment {}

  /// A name for a value.
  static final class Known extends Environment {
    final Value value;

    Known(Local local, Value value, Environment outer) {
      super(local, outer);
      this.value = value;
    }
  }

  /// A name for a set or function that is described by a rule.
  static final class Described extends Environment {
    final Denotation denotation;

    Described(Local local, Denotation denotation, Environment outer) {
      super(local, outer);
      this.denotation = denotation;
    }
  }

  /// A parameter, or a definition of a LET, that is evaluated by need.
  static final class Delayed extends Environment {
    final Thunk thunk;

    Delayed(Local local, Thunk thunk, Environment outer) {
      super(local, outer);
      this.thunk = thunk;
    }
  }

  /// The definitions of a LET that take no parameters, each with its thunk.
  static final class Defined extends Environment {
    final Thunk thunk;

    Defined(Definition definition, Thunk thunk, Environment outer) {
      super(definition, outer);
      this.thunk = thunk;
    }
  }

  /// A name for an operator.
  static final class Operator extends Environment {
    final OperatorClosure closure;

    Operator(Local local, OperatorClosure closure, Environment outer) {
      super(local, outer);
      this.closure = closure;
    }
  }

  /// The binding of `sought`, or null where there is none.
  @SuppressWarnings("ReferenceEquality")
  @Nullable Environment find(Object sought) {
    Environment here = this;
    while (here.name != sought) {
      if (here == EMPTY) {
        return null;
      }
      here = here.outer;
    }
    return here;
  }

  /// The binding of `local`, which lowering guarantees.
  Environment lookup(Local local) {
    Environment found = find(local);
    if (found == null) {
      throw new IllegalStateException("no binding for " + local);
    }
    return found;
  }

  /// This environment and `local` as another name for what `binding` binds.
  Environment alias(Local local, Environment binding) {
    return switch (binding) {
      case Known b -> new Known(local, b.value, this);
      case Described b -> new Described(local, b.denotation, this);
      case Delayed b -> new Delayed(local, b.thunk, this);
      case Defined b -> new Delayed(local, b.thunk, this);
      case Operator b -> new Operator(local, b.closure, this);
      case Empty _ -> throw new IllegalStateException("nothing to alias " + local + " to");
    };
  }
}
