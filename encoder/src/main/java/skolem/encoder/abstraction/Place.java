package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.List;
import skolem.frontend.value.Value;

/// Where a value stands in a state.
///
/// @param variable the index of the state variable
/// @param path the arguments that lead from the variable's value to it
public record Place(int variable, List<Value> path) {

  Place at(Value argument) {
    List<Value> longer = new ArrayList<>(path);
    longer.add(argument);
    return new Place(variable, longer);
  }

  Fact fact(Fact.Statement statement) {
    return new Fact(variable, path, statement);
  }
}
