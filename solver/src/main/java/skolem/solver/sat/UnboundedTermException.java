package skolem.solver.sat;

/// Raised where a comparison involves an integer term that has no bits: one without bounds, or one
/// too wide.
public final class UnboundedTermException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnboundedTermException(String message) {
    super(message, null, false, false);
  }
}
