package skolem.encoder.transition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.symbolic.Faults;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.source.Span;

/// One way to take a step, or to begin.
///
/// @param guard when it can be taken; mentions the picks
/// @param values the state that it leads to, a value for each variable
/// @param picks the fresh variables that choose values within the branch
/// @param integerPicks whether it chooses integers that the solver computes with, besides
/// @param trail the way through the action that it stands for; null where there is only one
public record Branch(
    Formula guard,
    List<SymValue> values,
    Label label,
    List<Formula> picks,
    boolean integerPicks,
    @Nullable Trail trail) {

  /// The action's name and the symbolic values of its parameters.
  public record Label(String name, List<Argument> arguments, Span span) {
    public Label {
      arguments = List.copyOf(arguments);
    }
  }

  /// @param faults when it has no value; that is no error where the action does not ask for it
  public record Argument(String parameter, SymValue value, List<Faults.Fault> faults) {
    public Argument {
      faults = List.copyOf(faults);
    }
  }

  public Branch {
    values = List.copyOf(values);
    picks = List.copyOf(picks);
  }
}
