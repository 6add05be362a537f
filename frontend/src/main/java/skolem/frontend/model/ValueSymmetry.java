package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.MentionedConstants;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Renaming;
import skolem.frontend.value.Value;

/// The model values that a model treats alike: a permutation of each of these sets turns behaviours
/// into behaviours, and those that violate what is asked into such (Ip and Dill, Better
/// verification through symmetry, Formal Methods in System Design 1996, where a type of scalars
/// guarantees it).
///
/// That is so where every constant that the behaviour and the properties mention is the same after
/// the permutation, and nothing that they apply depends on the order of values. What TLA+ then says
/// of a renamed state is what it says of the state, renamed, unless an expression has no value: TLC
/// evaluates from the least element on and may come to an answer before it comes to an error.
///
/// @param sets each of two or more values, ascending
/// @param obstacle what may depend on the order of values; null where nothing does
public record ValueSymmetry(List<List<ModelValue>> sets, @Nullable Expr obstacle) {
  public ValueSymmetry {
    sets = sets.stream().map(List::copyOf).toList();
  }

  /// What the checked part of a model treats alike: behaviour, constraints, invariants and
  /// properties.
  public static ValueSymmetry of(Model model) {
    MentionedConstants mentioned = MentionedConstants.of(model.checked());
    if (mentioned.orderDependent() != null) {
      return new ValueSymmetry(List.of(), mentioned.orderDependent());
    }
    NavigableSet<ModelValue> values = new TreeSet<>();
    declared(model).forEach(values::addAll);
    mentioned.values().forEach(constant -> values.addAll(ModelValue.in(constant)));
    // One that is mentioned by itself is not the same after it is exchanged.
    mentioned.values().forEach(values::remove);
    return new ValueSymmetry(interchangeable(values, mentioned.values()), null);
  }

  /// The sets of values that the SYMMETRY of a model says are treated alike.
  private static List<NavigableSet<ModelValue>> declared(Model model) {
    return model.symmetry() == null
        ? List.of()
        : MentionedConstants.of(List.of(model.symmetry().expr())).values().stream()
            .map(ModelValue::in)
            .toList();
  }

  /// Whether all that the SYMMETRY of the model says are treated alike are.
  public boolean confirms(Model model) {
    return declared(model).stream()
        .allMatch(
            values -> values.size() < 2 || sets.stream().anyMatch(set -> set.containsAll(values)));
  }

  /// The classes of values that can be exchanged in pairs, which is an equivalence: `(a c)` is `(a
  /// b) (b c) (a b)`.
  private static List<List<ModelValue>> interchangeable(
      NavigableSet<ModelValue> values, List<Value> constants) {
    List<List<ModelValue>> classes = new ArrayList<>();
    for (ModelValue value : values) {
      classes.stream()
          .filter(known -> areInterchangeable(known.getFirst(), value, constants))
          .findFirst()
          .ifPresentOrElse(
              known -> known.add(value), () -> classes.add(new ArrayList<>(List.of(value))));
    }
    classes.removeIf(known -> known.size() < 2);
    return classes;
  }

  private static boolean areInterchangeable(
      ModelValue left, ModelValue right, List<Value> constants) {
    Renaming swap = Renaming.swap(left, right);
    return left.type() == right.type()
        && constants.stream().allMatch(constant -> swap.of(constant).equals(constant));
  }
}
