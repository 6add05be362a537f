package skolem.solver.sat;

import java.util.Arrays;

/// A growing list of unboxed integers.
final class IntList {
  private int[] elements = new int[16];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int index) {
    return elements[index];
  }

  void add(int element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  int removeLast() {
    return elements[--size];
  }

  void clear() {
    size = 0;
  }

  /// The elements, in an array that may be longer and is still the list's.
  int[] array() {
    return elements;
  }

  int[] toArray() {
    return Arrays.copyOf(elements, size);
  }
}
