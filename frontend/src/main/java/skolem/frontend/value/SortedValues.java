package skolem.frontend.value;

import java.util.Arrays;

/// Search in an array of ascending values.
final class SortedValues {
  /// In so short an array, looking for the same object first is cheaper than comparing.
  private static final int SHORT = 8;

  private SortedValues() {}

  /// The place of a value, or a negative number where it is not there.
  @SuppressWarnings("ReferenceEquality")
  static int indexOf(Value[] ascending, Value sought) {
    if (ascending.length <= SHORT) {
      for (int i = 0; i < ascending.length; i++) {
        if (ascending[i] == sought) {
          return i;
        }
      }
    }
    return Arrays.binarySearch(ascending, sought);
  }
}
