package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Form;
import skolem.encoder.eval.States;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.transition.Branch;

/// The symbolic state after `depth` steps, and how it came about.
///
/// @param place of the state in its behaviour, from 1; 0 where frame 0 is not made of initial
///   states
/// @param values of the variables, in their order
/// @param arrivals the branches that lead here, each with the formula that says it was taken
/// @param constraints what holds on every behaviour that reaches this frame, beyond what held
///   before
public record Frame(
    int depth,
    int place,
    List<SymValue> values,
    List<Arrival> arrivals,
    List<Formula> constraints) {

  /// A branch and the formula that says it was taken.
  public record Arrival(Branch branch, Formula taken) {}

  public Frame {
    values = List.copyOf(values);
    arrivals = List.copyOf(arrivals);
    constraints = List.copyOf(constraints);
  }

  /// This frame with other values, equal on every behaviour that reaches it.
  Frame with(List<SymValue> others) {
    return new Frame(depth, place, others, arrivals, constraints);
  }

  /// The names of the actions that lead here.
  public Stream<String> actions() {
    return arrivals.stream().map(arrival -> arrival.branch().label().name()).distinct();
  }

  /// When the last step was one of this action.
  public List<Formula> taken(String action) {
    return arrivals.stream()
        .filter(arrival -> arrival.branch().label().name().equals(action))
        .map(Arrival::taken)
        .toList();
  }

  /// The forms of the variables' values; null where one has none.
  public @Nullable List<Form> forms() {
    List<Form> forms = new ArrayList<>(values.size());
    for (SymValue value : values) {
      Form form = Form.of(value);
      if (form == null) {
        return null;
      }
      forms.add(form);
    }
    return forms;
  }

  /// The frame as a state to evaluate in.
  public States states() {
    return States.of(List.<@Nullable SymValue>copyOf(values)).at(place);
  }

  /// The step from this frame to the next one, as a pair of states to evaluate in.
  public States stepTo(Frame next) {
    return states().withNextValues(next.values());
  }
}
