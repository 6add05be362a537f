package skolem.cli.trace;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// A trace as a file has it.
///
/// @param states what each state gives a value to: variables, perhaps also parameters
/// @param loop the index of the state that follows the last one, or null
public record ItfTrace(List<SortedMap<String, Value>> states, @Nullable Integer loop) {
  public ItfTrace {
    states = List.copyOf(states);
  }
}
