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
  private KernelInspection.@Nullable Facts facts;
  private boolean cyclic;

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
  public void settle(KernelInspection.Facts found) {
    if (facts != null) {
      throw new IllegalStateException(name + " is settled already");
    }
    facts = found;
  }

  /// Says that the definition is one of [LetCycles].
  public void markCyclic() {
    cyclic = true;
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
    return facts != null;
  }

  /// What is known of the body.
  public KernelInspection.Facts facts() {
    if (facts == null) {
      throw new IllegalStateException(name + " is not settled yet");
    }
    return facts;
  }

  /// The level of the body where every parameter is a constant.
  public Level level() {
    return facts().level();
  }

  /// Whether the body mentions no locals but the parameters and its own.
  public boolean closed() {
    return facts().free().isEmpty();
  }

  /// Whether the body may, directly or through others, apply this definition.
  public boolean recursive() {
    return facts().recursive();
  }

  /// Whether the definition, of a LET and without parameters, applies itself within one evaluation
  /// of the LET.
  public boolean cyclic() {
    return cyclic;
  }

  @Override
  public String toString() {
    return name;
  }
}
