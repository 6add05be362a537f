package skolem.frontend.source;

/// How much a [Diagnostic] weighs.
public enum Severity {
  ERROR,
  WARNING
}
