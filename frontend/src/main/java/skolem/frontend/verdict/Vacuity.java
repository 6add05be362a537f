package skolem.frontend.verdict;

import java.util.List;
import skolem.frontend.source.Span;

/// Something that makes a verdict say less than it seems to say.
public sealed interface Vacuity {
  /// No state satisfies the initial predicate: everything holds of nothing.
  record NoInitialState() implements Vacuity {}

  /// No initial state has a successor.
  record NoTransition() implements Vacuity {}

  /// No behaviour of at most `steps` steps takes this action.
  record ActionNeverTaken(String action, int steps) implements Vacuity {}

  /// An implication holds of all states within `steps` steps because its antecedent is false there.
  ///
  /// @param antecedent its source text
  record AntecedentNeverTrue(String invariant, String antecedent, Span span, int steps)
      implements Vacuity {}

  /// Whether these actions are taken, and these antecedents true, is not known.
  ///
  /// @param names empty where that is so of all
  /// @param others how many there are besides
  record NotKnown(List<String> names, int others, String reason) implements Vacuity {
    public NotKnown {
      names = List.copyOf(names);
    }
  }
}
