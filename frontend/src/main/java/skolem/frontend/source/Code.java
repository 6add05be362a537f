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
  /// A RECURSIVE declaration without its definition, or with one further in.
  RECURSION("E206", Family.SPEC),
  /// A file whose module has another name than the file.
  MODULE_NAME("E207", Family.SPEC),
  /// Two modules of the same name in one.
  DUPLICATE_MODULE("E208", Family.SPEC),
  /// Two extended modules that give one name meanings of different kinds.
  CLASH("E209", Family.SPEC),
  /// A definition of what the language itself defines.
  LANGUAGE_NAME("E210", Family.SPEC),
  /// A value where an operator is taken, or an operator that takes another number of arguments.
  ARGUMENT_KIND("E211", Family.SPEC),
  /// A function that is applied to another number of arguments than it is defined for.
  FUNCTION_ARITY("E212", Family.SPEC),
  /// `@` where there is nothing that it could stand for.
  MISPLACED_AT("E213", Family.SPEC),
  /// A field that a record is given twice.
  DUPLICATE_FIELD("E214", Family.SPEC),
  /// An assumption that is not a constant expression.
  ASSUMPTION_LEVEL("E215", Family.SPEC),
  /// An expression or operator of too high a level for what it stands for in an instance.
  SUBSTITUTION_LEVEL("E216", Family.SPEC),
  /// An operator in an instance that looks beyond the present state.
  SUBSTITUTION_LEIBNIZ("E217", Family.SPEC),
  /// A recursive operator that primes its parameter.
  RECURSION_PRIME("E218", Family.SPEC),
  /// A unit between the declaration and the definition of a recursive operator.
  RECURSION_SECTION("E219", Family.SPEC),
  /// An action where only a formula that stuttering does not change has a meaning.
  TEMPORAL_FORM("E220", Family.SPEC),
  /// A quantifier's set of too high a level.
  BOUND_LEVEL("E221", Family.SPEC),
  /// A label whose parameters are not the names bound around it.
  LABEL_PARAMETERS("E222", Family.SPEC),
  /// A label where none may stand.
  LABEL_PLACE("E223", Family.SPEC),
  /// A label that is used twice.
  DUPLICATE_LABEL("E224", Family.SPEC),
  /// A step of a proof with a name it cannot have, or used as what it is not.
  PROOF_STEP("E225", Family.SPEC),
  /// An expression of too high a level in a proof of a temporal formula.
  PROOF_LEVEL("E226", Family.SPEC),
  /// A theorem with ASSUME and PROVE that is used as an expression.
  SEQUENT("E227", Family.SPEC),
  /// What HIDE cannot hide.
  FACT("E228", Family.SPEC),
  /// A definition that an instance does not bring in because its name is taken.
  SHADOWED_NAME("W200", Family.SPEC),
  /// A field of a record that bears the name of a definition.
  FIELD_NAME("W201", Family.SPEC),
  /// The model configuration cannot be read.
  CONFIG_SYNTAX("E300", Family.CONFIG),
  /// The model configuration names what the specification does not have.
  CONFIG_NAME("E301", Family.CONFIG),
  /// A declared constant that the configuration does not assign.
  CONFIG_CONSTANT("E302", Family.CONFIG),
  /// No initial predicate or next-state relation is given.
  CONFIG_BEHAVIOUR("E303", Family.CONFIG),
  /// A section of the configuration that has no effect here.
  CONFIG_IGNORED("W300", Family.CONFIG),
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
