package skolem.frontend.source;

/// The stable name of a kind of fault, and the family that decides the exit status.
public enum Code {
  /// The text is not TLA+.
  SYNTAX("E100", Family.SPEC),
  /// Operators of overlapping precedence without parentheses.
  PRECEDENCE("E101", Family.SPEC),
  /// An algorithm that is not PlusCal, or that breaks a rule of it.
  PLUSCAL("E102", Family.SPEC),
  /// A name that nothing defines.
  UNKNOWN_NAME("E200", Family.SPEC),
  /// A name that is defined twice.
  DUPLICATE_NAME("E201", Family.SPEC),
  /// An operator with the wrong number or kind of arguments.
  ARITY("E202", Family.SPEC),
  /// A module that is not found, or that extends itself.
  MODULE("E203", Family.SPEC),
  /// An expression whose level (constant, state, action, temporal) does not fit its place.
  LEVEL("E204", Family.SPEC),
  /// An instance whose substitution does not fit the module.
  SUBSTITUTION("E205", Family.SPEC),
  /// Recursion that is not declared.
  RECURSION("E206", Family.SPEC),
  /// The model configuration cannot be read.
  CONFIG_SYNTAX("E300", Family.CONFIG),
  /// The model configuration names what the specification does not have.
  CONFIG_NAME("E301", Family.CONFIG),
  /// A declared constant that the configuration does not assign.
  CONFIG_CONSTANT("E302", Family.CONFIG),
  /// No initial predicate or next-state relation is given.
  CONFIG_BEHAVIOUR("E303", Family.CONFIG),
  /// A construct of TLA+ that is understood and not supported.
  UNSUPPORTED("E400", Family.EVALUATION),
  /// An expression that TLA+ leaves without a value, such as `f[e]` outside the domain.
  UNDEFINED("E401", Family.EVALUATION),
  /// A false `Assert`.
  ASSERT("E402", Family.ASSERTION),
  /// A false `ASSUME`.
  ASSUMPTION("E403", Family.ASSUMPTION),
  /// A file that cannot be read or written, a library that cannot be loaded.
  SYSTEM("E500", Family.SYSTEM);

  /// Which part of a run is at fault.
  public enum Family {
    SPEC,
    CONFIG,
    EVALUATION,
    ASSERTION,
    ASSUMPTION,
    SYSTEM
  }

  private final String id;
  private final Family family;

  Code(String id, Family family) {
    this.id = id;
    this.family = family;
  }

  public String id() {
    return id;
  }

  public Family family() {
    return family;
  }
}
