package skolem.encoder.eval;

import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.Path;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.kernel.Local;
import skolem.frontend.source.Span;

/// All that evaluation of an expression depends on.
///
/// @param path the condition under which evaluation comes here
/// @param faults is told of evaluation errors
public record Context(Env env, States states, Path path, Faults faults) {
  public Context with(Env other) {
    return new Context(other, states, path, faults);
  }

  public Context with(Local local, SymValue value) {
    return new Context(env.with(local, value), states, path, faults);
  }

  public Context with(States other) {
    return new Context(env, other, path, faults);
  }

  public Context with(Faults other) {
    return new Context(env, states, path, other);
  }

  public Context with(Path other) {
    return new Context(env, states, other, faults);
  }

  /// Here, where besides `condition` holds.
  public Context under(Formula condition) {
    return condition.isTrue() ? this : new Context(env, states, path.and(condition), faults);
  }

  public Site site(Span span) {
    return new Site(path, span, faults);
  }
}
