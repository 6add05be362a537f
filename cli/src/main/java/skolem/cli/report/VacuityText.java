package skolem.cli.report;

import java.util.List;
import java.util.stream.Collectors;
import skolem.frontend.verdict.Vacuity;

/// What makes a verdict say less than it seems to, for people.
final class VacuityText {
  private VacuityText() {}

  /// A line, with its place where it has one.
  static String of(Vacuity vacuity) {
    return switch (vacuity) {
      case Vacuity.NoInitialState() ->
          "Vacuous: there is no initial state; everything holds of nothing";
      case Vacuity.NoTransition() -> "Vacuous: no initial state has a successor";
      case Vacuity.ActionNeverTaken(var action, int steps) ->
          "Vacuous: action " + action + " is never taken within " + VerdictText.steps(steps);
      case Vacuity.AntecedentNeverTrue(var invariant, var antecedent, var span, int steps) ->
          "Vacuous: in "
              + invariant
              + ", `"
              + antecedent
              + "` is never true within "
              + VerdictText.steps(steps)
              + ", so what it implies is never asked  ("
              + span
              + ")";
      case Vacuity.NotKnown(var names, int others, var reason) ->
          "Not known: " + notKnown(names, others) + " (" + reason + ")";
    };
  }

  private static String notKnown(List<String> names, int others) {
    return names.isEmpty()
        ? "whether all actions are taken, and all antecedents true"
        : "whether these ever happen: "
            + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
            + (others == 0 ? "" : " and " + others + " more");
  }
}
