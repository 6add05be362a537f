package skolem.solver.session;

/// An engine that goes no further, whatever it is asked: it is over the limit of its memory, or
/// broke down. Another engine may.
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message which engine failed, and how, for people
  public EngineFailure(String message) {
    super(message);
  }
}
