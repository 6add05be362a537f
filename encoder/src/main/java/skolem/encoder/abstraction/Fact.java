package skolem.encoder.abstraction;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.Value;

/// Something that is true or false of a state, and that a form leaves open: what stands at one
/// place of it. A place that is not there has no facts: they are all false.
///
/// @param variable the index of the state variable
/// @param path the arguments that lead from the variable's value to the place
public record Fact(int variable, List<Value> path, Statement statement) {

  public Fact {
    path = List.copyOf(path);
  }

  /// Where it is said of.
  public Place place() {
    return new Place(variable, path);
  }

  /// The number that it says stands there; null where it says something else.
  public @Nullable BigInteger number() {
    return statement instanceof Is(IntValue value) ? value.bigValue() : null;
  }

  /// What is said of the place.
  public sealed interface Statement {}

  /// It is there: the last argument of the path belongs to the domain.
  public record Present() implements Statement {}

  /// It is TRUE.
  public record Holds() implements Statement {}

  /// It is this integer, string or model value.
  public record Is(Value value) implements Statement {}

  /// It is a set with this element.
  public record Contains(Value element) implements Statement {}

  /// It is of this kind.
  public record OfKind(Form.Kind kind) implements Statement {}
}
