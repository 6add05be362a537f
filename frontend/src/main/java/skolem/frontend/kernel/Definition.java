package skolem.frontend.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// An operator definition: global, of an instance, or of a LET.
///
/// The body may mention, besides its parameters, locals of the enclosing LET (`closed` is then
/// false). It is set once, after the object exists, because recursive operators mention themselves;
/// what is known of it, once everything that it reaches has a body.
public final class Definition {
  private final String name;
  private final List<Local> parameters;
  private final Span span;
  private @Nullable Expr body;
  private @Nullable Knowledge knowledge;

  private record Knowledge(Level level, boolean closed, boolean recursive) {}

  /// @param name as a user would write it from the root module: `Next`, `V!Inv`
  public Definition(String name, List<Local> parameters, Span span) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.span = span;
  }

  /// Gives the definition its body.
  public void complete(Expr body) {
    if (this.body != null) {
      throw new IllegalStateException(name + " is complete already");
    }
    this.body = body;
  }

  /// Says what is known of the body.
  ///
  /// @param level the level of the body where every parameter is a constant
  /// @param closed whether the body mentions no locals but the parameters and its own
  /// @param recursive whether the body may, directly or through others, apply this definition
  public void settle(Level level, boolean closed, boolean recursive) {
    if (knowledge != null) {
      throw new IllegalStateException(name + " is settled already");
    }
    knowledge = new Knowledge(level, closed, recursive);
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

  /// Whether it is known what the body reaches; false only while definitions are being made.
  public boolean isSettled() {
    return knowledge != null;
  }

  public Level level() {
    return knowledge().level();
  }

  public boolean closed() {
    return knowledge().closed();
  }

  public boolean recursive() {
    return knowledge().recursive();
  }

  private Knowledge knowledge() {
    if (knowledge == null) {
      throw new IllegalStateException(name + " is not settled yet");
    }
    return knowledge;
  }

  @Override
  public String toString() {
    return name;
  }
}
