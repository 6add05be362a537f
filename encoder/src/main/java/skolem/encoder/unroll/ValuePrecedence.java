package skolem.encoder.unroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.transition.Branch;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Value;

/// That the steps of a behaviour, from the last one back, choose interchangeable values in
/// descending order: none before its successor was chosen (value precedence: Law and Lee, CP 2004;
/// a lexicographic leader: Crawford, Ginsberg, Luks, Roy, KR 1996). From the last step back,
/// because a proof that no bad state is reached begins there.
///
/// Every behaviour has a renaming that satisfies this. Compare behaviours of one length by the
/// trails of their steps, the last step first, and trails way by way: sides by their places,
/// elements by the order of values. Take the greatest of those that permutations make of a
/// behaviour, and suppose that it chooses `a` where the successor `b` has not been chosen; the
/// first such place. Exchange `a` and `b` in the whole behaviour. What is compared before that
/// place mentions neither, since there is nothing that a way mentions besides its element, so it
/// stays as it is; and an element with `a` in it and without `b` becomes a greater one, since
/// values are compared part by part. So that was not the greatest. It does not matter what initial
/// states choose, nor what is picked without being gone through.
///
/// Together with [Independence]: a swap of two steps that are out of order brings the branch that
/// is explored later to the later step, and branches are explored in the order of their trails.
/// That, too, makes a behaviour greater, so the greatest that permutations and swaps make satisfies
/// both.
///
/// Before a step that goes through all elements of a set at once, nothing is demanded.
public final class ValuePrecedence {
  private final Formulas formulas;
  private final Map<ModelValue, ModelValue> successors = new HashMap<>();

  /// @param sets of interchangeable values, each ascending
  public ValuePrecedence(List<List<ModelValue>> sets, Formulas formulas) {
    this.formulas = formulas;
    for (List<ModelValue> set : sets) {
      for (int i = 1; i < set.size(); i++) {
        successors.put(set.get(i - 1), set.get(i));
      }
    }
  }

  /// What the representative of a class of behaviours satisfies.
  ///
  /// @param frames from the initial states to the last state
  public Formula representative(List<Frame> frames) {
    List<Formula> demands = new ArrayList<>();
    Map<ModelValue, Formula> chosen = new HashMap<>();
    for (Frame frame : frames.subList(1, frames.size()).reversed()) {
      if (frame.arrivals().stream().anyMatch(arrival -> elements(arrival.branch()) == null)) {
        break;
      }
      Map<ModelValue, List<Formula>> here = new LinkedHashMap<>();
      for (Frame.Arrival arrival : frame.arrivals()) {
        for (ModelValue value : choices(arrival, chosen, demands)) {
          here.computeIfAbsent(value, _ -> new ArrayList<>()).add(arrival.taken());
        }
      }
      here.forEach((value, taken) -> chosen.merge(value, formulas.or(taken), formulas::or));
    }
    return formulas.and(demands);
  }

  private static @Nullable List<Value> elements(Branch branch) {
    return branch.trail() == null ? List.of() : branch.trail().elements();
  }

  /// The values that a step chooses.
  ///
  /// @param chosen when a value is chosen in a later step
  /// @param demands gets what must hold for the choices
  private NavigableSet<ModelValue> choices(
      Frame.Arrival arrival, Map<ModelValue, Formula> chosen, List<Formula> demands) {
    NavigableSet<ModelValue> choices = new TreeSet<>();
    for (Value element : Objects.requireNonNull(elements(arrival.branch()))) {
      NavigableSet<ModelValue> values = ModelValue.in(element);
      choices.addAll(values);
      for (ModelValue value : values) {
        ModelValue successor = successors.get(value);
        if (successor != null && !choices.contains(successor)) {
          Formula later = chosen.getOrDefault(successor, formulas.falsity());
          demands.add(formulas.implies(arrival.taken(), later));
        }
      }
    }
    return choices;
  }
}
