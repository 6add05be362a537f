package skolem.frontend.verdict;

import java.util.List;
import java.util.stream.Collectors;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// Which action a step takes: the innermost definition that the next-state relation reaches through
/// disjunctions and existential quantifiers alone, with the values of its parameters, and of
/// quantified variables on the way that are not among them.
public record ActionLabel(String name, List<Argument> arguments, Span span) {

  public record Argument(String parameter, Value value) {}

  public ActionLabel {
    arguments = List.copyOf(arguments);
  }

  /// `Name(p = v, q = w)`.
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? name
        : arguments.stream()
            .map(a -> a.parameter() + " = " + a.value())
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
