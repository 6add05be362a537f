package skolem.frontend.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/// A function on a non-empty set of strings: a record.
///
/// @param names the field names, ascending
/// @param results the fields' values, in the order of the names
public record RecordValue(List<String> names, List<Value> results) implements FunctionValue {
  public RecordValue {
    names = List.copyOf(names);
    results = List.copyOf(results);
    if (names.isEmpty() || names.size() != results.size()) {
      throw new IllegalArgumentException(names + " and " + results);
    }
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public Value argument(int index) {
    return new StringValue(names.get(index));
  }

  @Override
  public Value result(int index) {
    return results.get(index);
  }

  @Override
  public int indexOf(Value argument) {
    return argument instanceof StringValue(String name)
        ? Collections.binarySearch(names, name)
        : -1;
  }

  @Override
  public RecordValue with(int index, Value result) {
    List<Value> changed = new ArrayList<>(results);
    changed.set(index, result);
    return new RecordValue(names, changed);
  }

  @Override
  public String toString() {
    if (!names.stream().allMatch(RecordValue::isIdentifier)) {
      return asMapText();
    }
    StringJoiner out = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < names.size(); i++) {
      out.add(names.get(i) + " |-> " + results.get(i));
    }
    return out.toString();
  }

  private static boolean isIdentifier(String name) {
    return name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))
        && name.chars().anyMatch(Character::isLetter);
  }

  private String asMapText() {
    StringJoiner out = new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < names.size(); i++) {
      out.add(argument(i) + " :> " + results.get(i));
    }
    return out.toString();
  }
}
