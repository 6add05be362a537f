package skolem.frontend.pluscal;

import java.util.List;

/// Makes the assignments to `pc` and `stack` that control takes.
final class StepText {
  static final String DONE = "Done";

  private StepText() {}

  static Statement assign(Place place, String variable, Fragment value) {
    return assign(place, List.of(assignment(place, variable, value)));
  }

  static Statement assign(Place place, List<Command.Assignment> assignments) {
    return new Statement(null, place, new Command.Assign(assignments));
  }

  static Command.Assignment assignment(Place place, String variable, Fragment value) {
    return new Command.Assignment(place, variable, Fragment.EMPTY, value);
  }

  static Statement jump(Place place, String label) {
    return assign(place, "pc", string(place, label));
  }

  static Fragment string(Place place, String text) {
    return Fragment.of("\"" + text + "\"", place.span());
  }

  /// A `pc` or `stack` of the process that takes the step.
  static Fragment own(Place place, String variable) {
    return Fragment.of(Token.Kind.ADDED, variable, place.span());
  }

  /// `operator(stack)`, and after it `rest`.
  static Fragment ofStack(Place place, String operator, String rest) {
    return Fragment.of(operator + "(", place.span()).then(own(place, "stack")).then(")" + rest);
  }
}
