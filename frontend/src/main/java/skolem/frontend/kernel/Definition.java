package skolem.frontend.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// An operator definition: global, of an instance, or of a LET.
///
/// The body may mention, besides its parameters, locals of the enclosing LET (`closed` is then
/// false). It is set once, after the object exists, because recursive operators mention themselves.
public final class Definition {
  private final String name;
  private final List<Local> parameters;
  private final Span span;
  private @Nullable Expr body;
  private Level level = Level.CONSTANT;
  private boolean closed = true;
  private boolean recursive;

  /// @param name as a user would write it from the root module: `Next`, `V!Inv`
  public Definition(String name, List<Local> parameters, Span span) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.span = span;
  }

  /// Completes the definition.
  ///
  /// @param level the level of the body where every parameter is a constant
  /// @param closed whether the body mentions no locals but the parameters and its own
  /// @param recursive whether the body may, directly or through others, apply this definition
  public void complete(Expr body, Level level, boolean closed, boolean recursive) {
    if (this.body != null) {
      throw new IllegalStateException(name + " is complete already");
    }
    this.body = body;
    this.level = level;
    this.closed = closed;
    this.recursive = recursive;
  }

  /// Raises the level, which was found while the body mentioned definitions that had none.
  public void raise(Level found) {
    level = level.max(found);
  }

  public String name() {
    return name;
  }

  public List<Local> parameters() {
    return parameters;
  }

  public Span span() {
    return span;
  }

  public Expr body() {
    if (body == null) {
      throw new IllegalStateException(name + " has no body yet");
    }
    return body;
  }

  /// Whether the body is set; false only while a recursive definition is being made.
  public boolean isComplete() {
    return body != null;
  }

  public Level level() {
    return level;
  }

  public boolean closed() {
    return closed;
  }

  public boolean recursive() {
    return recursive;
  }

  @Override
  public String toString() {
    return name;
  }
}
