package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Operand;
import skolem.frontend.kernel.OperatorRef;
import skolem.frontend.kernel.PlaceInBehaviour;
import skolem.frontend.kernel.Variable;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// A specification whose constants have values, and what is asked of it.
///
/// @param name the root module
/// @param behaviour null where the configuration names none: only assumptions are checked then
/// @param assumptions every ASSUME of the root module and of what it extends
/// @param properties the PROPERTY formulas, temporal as they stand
/// @param view null where there is none
/// @param alias null where there is none
/// @param symmetry null where there is none; a set of permutations
/// @param checkDeadlock CHECK_DEADLOCK, true where the configuration does not say
/// @param additions what the user asks for besides
/// @param warnings what the user should know and what does not stop a run
public record Model(
    String name,
    List<Variable> variables,
    @Nullable Behaviour behaviour,
    List<Named> assumptions,
    List<Named> invariants,
    List<Named> properties,
    List<Named> constraints,
    List<Named> actionConstraints,
    List<Named> postconditions,
    @Nullable Named view,
    @Nullable Named alias,
    @Nullable Named symmetry,
    boolean checkDeadlock,
    Additions additions,
    List<Diagnostic> warnings) {

  /// An expression and the name that the configuration gives it.
  public record Named(String name, Expr expr) {}

  /// What the user asks for that the configuration has no word for.
  ///
  /// @param parameters constants whose value is left open
  /// @param traceInvariants what is to hold of the sequence of states so far
  /// @param traceView what distinguishes counterexamples; null for all variables
  public record Additions(
      List<Parameter> parameters, List<TraceInvariant> traceInvariants, @Nullable Named traceView) {
    public static final Additions NONE = new Additions(List.of(), List.of(), null);

    public Additions {
      parameters = List.copyOf(parameters);
      traceInvariants = List.copyOf(traceInvariants);
    }
  }

  /// A constant that has some value of a set, in all states the same. It is lowered like a variable
  /// that comes after all variables.
  public record Parameter(Variable variable, Expr set) {}

  /// An operator that is applied to the sequence of the states so far, each a record of the
  /// variables.
  public record TraceInvariant(String name, OperatorRef operator, Span span) {
    /// The predicate of this sequence.
    public Expr of(Expr states) {
      return new Expr.Apply(operator, List.of(new Operand.ValueOperand(states)), span);
    }
  }

  /// The safety part of the specification: `init /\ [][next]_vars`.
  ///
  /// @param fairness the conjuncts of the specification that are neither, which restrict only
  ///   infinite behaviours
  public record Behaviour(Named init, Named next, List<Expr> fairness) {
    public Behaviour {
      fairness = List.copyOf(fairness);
    }
  }

  public Model {
    variables = List.copyOf(variables);
    assumptions = List.copyOf(assumptions);
    invariants = List.copyOf(invariants);
    properties = List.copyOf(properties);
    constraints = List.copyOf(constraints);
    actionConstraints = List.copyOf(actionConstraints);
    postconditions = List.copyOf(postconditions);
    warnings = List.copyOf(warnings);
  }

  /// What a check of behaviours evaluates: initial predicate and next-state relation, constraints,
  /// invariants and properties.
  public List<Expr> checked() {
    List<Expr> checked = new ArrayList<>();
    if (behaviour != null) {
      checked.add(behaviour.init().expr());
      checked.add(behaviour.next().expr());
    }
    Stream.of(constraints, actionConstraints, invariants, properties)
        .flatMap(List::stream)
        .forEach(named -> checked.add(named.expr()));
    return checked;
  }

  /// Whether this is a violation of the property with this name.
  ///
  /// A name may be that of an INVARIANT and of a PROPERTY: it then stands for a state predicate,
  /// and the PROPERTY is about initial states only.
  public boolean isViolated(String property, Verdict.Kind kind, Outcome.Violated found) {
    boolean initial =
        kind == Verdict.Kind.TEMPORAL
            && invariants.stream().anyMatch(invariant -> invariant.name().equals(property));
    return found.fault().property().equals(property) && !(initial && found.trace().length() > 0);
  }

  /// Whether anything that a check evaluates may ask for the place of a state in its behaviour.
  public boolean asksForPlace() {
    return PlaceInBehaviour.mayBeAskedIn(checked());
  }

  /// This model, with deadlocks looked for or not.
  public Model withCheckDeadlock(boolean check) {
    return new Model(
        name,
        variables,
        behaviour,
        assumptions,
        invariants,
        properties,
        constraints,
        actionConstraints,
        postconditions,
        view,
        alias,
        symmetry,
        check,
        additions,
        warnings);
  }

  /// This model without state and action constraints.
  public Model unconstrained() {
    return new Model(
        name,
        variables,
        behaviour,
        assumptions,
        invariants,
        properties,
        List.of(),
        List.of(),
        postconditions,
        view,
        alias,
        symmetry,
        checkDeadlock,
        additions,
        warnings);
  }

  /// This model with another initial predicate, and asked for nothing but these invariants: what a
  /// proof by induction is about.
  ///
  /// @throws IllegalStateException where the model has no behaviour
  public Model from(Named init, List<Named> invariants) {
    if (behaviour == null) {
      throw new IllegalStateException("a model without a behaviour");
    }
    return new Model(
        name,
        variables,
        new Behaviour(init, behaviour.next(), List.of()),
        assumptions,
        invariants,
        List.of(),
        constraints,
        actionConstraints,
        List.of(),
        null,
        alias,
        null,
        false,
        Additions.NONE,
        warnings);
  }
}
