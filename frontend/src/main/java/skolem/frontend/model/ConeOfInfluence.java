package skolem.frontend.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import skolem.frontend.kernel.Variable;
import skolem.frontend.value.Value;

/// The variables that nothing asked of a model depends on, such as a history that is only written.
///
/// Such a variable occurs in no invariant, checked property or constraint, and in the behaviour
/// only where it is assigned, at most once on each way, and in what is assigned to itself. There it
/// may stand where any sequence, or any integer, does, and is always one. So whether a step can be
/// taken, what it does to the other variables, and whether all that it evaluates has a value, is
/// the same whichever of its values the variable has.
///
/// @param outside these variables, each with a value that may stand for all its values
public record ConeOfInfluence(Map<Variable, Value> outside) {
  /// Everything matters.
  public static final ConeOfInfluence ALL = new ConeOfInfluence(Map.of());

  public ConeOfInfluence {
    outside = Map.copyOf(outside);
  }

  public static ConeOfInfluence of(Model model) {
    if (model.behaviour() == null) {
      return ALL;
    }
    SafetyProperties safety = SafetyProperties.of(model);
    WriteOnlyVariables candidates = new WriteOnlyVariables(model.variables());
    Stream.of(
            safety.initially(),
            safety.invariants(),
            safety.steps(),
            model.constraints(),
            model.actionConstraints())
        .flatMap(List::stream)
        .forEach(named -> candidates.read(named.expr()));
    candidates.initial(model.behaviour().init().expr());
    candidates.next(model.behaviour().next().expr());
    return new ConeOfInfluence(candidates.found());
  }

  /// The variables outside, in the order of the model.
  public List<String> names(Model model) {
    return model.variables().stream().filter(outside::containsKey).map(Variable::name).toList();
  }
}
