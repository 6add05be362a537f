package skolem.solver.sat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.solver.session.Budget;

/// Examines models that deny a choice too large to expand: does its body really fail for all values
/// of its variables? Where it does not, the case that holds is what the model's solver must learn
/// (Janota, Marques-Silva: Abstraction-Based Algorithm for 2QBF, SAT 2011).
final class ChoiceRefuter implements AutoCloseable {
  private final Formulas formulas;
  private final BitBlaster blaster;
  private final Supplier<PropositionalForm> forms;
  private final Supplier<SatEngine> engines;
  private final Map<Formula, Body> bodies = new LinkedHashMap<>();

  /// What an examination found.
  sealed interface Finding {}

  /// The choice fails under the assignment.
  record Refuted() implements Finding {}

  /// The choice holds under the assignment.
  ///
  /// @param instance its body with the witnesses put in
  record Witnessed(Formula instance) implements Finding {}

  /// Not known.
  record Open(String reason) implements Finding {}

  /// The body of a choice in an engine of its own.
  ///
  /// @param free the variables of the choice that are not its own
  private record Body(
      SatEngine engine, PropositionalForm form, ClauseEmitter emitter, Set<Formula> free) {}

  /// @param blaster that of the models, so that integers have the same bits
  /// @param forms new forms with these bits
  ChoiceRefuter(
      Formulas formulas,
      BitBlaster blaster,
      Supplier<PropositionalForm> forms,
      Supplier<SatEngine> engines) {
    this.formulas = formulas;
    this.blaster = blaster;
    this.forms = forms;
    this.engines = engines;
  }

  /// Makes ready to examine a choice; the integers that it mentions have bits from then on, which a
  /// model must give values to before it is examined.
  void prepare(Formula choice) {
    if (!bodies.containsKey(choice)) {
      PropositionalForm form = forms.get();
      SatEngine engine = engines.get();
      ClauseEmitter emitter = new ClauseEmitter(form, engine);
      bodies.put(choice, new Body(engine, form, emitter, formulas.variables(choice)));
      emitter.assertTrue(((Formula.Exists) choice.node()).body());
    }
  }

  /// Whether a prepared choice fails under this assignment.
  Finding examine(Formula choice, Assignment assignment, Budget budget) {
    Body body = bodies.get(choice);
    if (body == null) {
      throw new IllegalArgumentException("not prepared: " + choice);
    }
    return switch (body.engine().solve(literals(body, assignment), budget)) {
      case UNSATISFIABLE -> new Refuted();
      case UNKNOWN -> new Open(body.engine().reason());
      case SATISFIABLE -> witness((Formula.Exists) choice.node(), body);
    };
  }

  /// The assignment to what the body shares with the outside, as literals.
  private int[] literals(Body body, Assignment assignment) {
    Set<Formula> shared = new HashSet<>(body.free());
    blaster.variables().values().forEach(vector -> shared.addAll(vector.bits()));
    IntList literals = new IntList();
    IntList inputs = body.emitter().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Formula input = body.form().byId(inputs.get(i));
      if (shared.contains(input)) {
        int variable = body.emitter().variable(input.id());
        literals.add(assignment.value(input) ? variable : -variable);
      }
    }
    return literals.toArray();
  }

  private Finding witness(Formula.Exists choice, Body body) {
    if (!body.emitter().deniedChoices().isEmpty()) {
      return new Open("a negated choice within a negated choice is too large to expand");
    }
    Map<Formula, Formula> values = new HashMap<>();
    for (Formula bound : choice.variables()) {
      int variable = body.emitter().variable(bound.id());
      values.put(bound, formulas.constant(variable != 0 && body.engine().value(variable)));
    }
    return new Witnessed(formulas.substitute(choice.body(), values));
  }

  @Override
  public void close() {
    bodies.values().forEach(body -> body.engine().close());
  }
}
