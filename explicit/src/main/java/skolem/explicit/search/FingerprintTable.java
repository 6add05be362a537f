package skolem.explicit.search;

import java.util.Arrays;

/// The states that were found, by fingerprint: each has an index, in the order of finding, and the
/// index of the state that it was found from.
///
/// Many threads may read while none writes. Takes about 24 bytes per state. Two states with one fingerprint count as one; with `n` states
/// the chance that this ever happens is about n² / 2^65.
final class FingerprintTable {
  /// The predecessor of an initial state.
  static final int NONE = -1;

  private long[] fingerprints = new long[1 << 10];
  private int[] predecessors = new int[1 << 10];
  private int[] slots = emptySlots(1 << 11);
  private int size;

  private static int[] emptySlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  int size() {
    return size;
  }

  long fingerprint(int index) {
    return fingerprints[index];
  }

  int predecessor(int index) {
    return predecessors[index];
  }

  /// The index of the state with this fingerprint, or [#NONE].
  int indexOf(long fingerprint) {
    int slot = slot(fingerprint);
    while (slots[slot] != NONE && fingerprints[slots[slot]] != fingerprint) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot];
  }

  boolean contains(long fingerprint) {
    return indexOf(fingerprint) != NONE;
  }

  /// Whether the state is new; it then gets the next index.
  boolean add(long fingerprint, int predecessor) {
    int slot = slot(fingerprint);
    while (slots[slot] != NONE) {
      if (fingerprints[slots[slot]] == fingerprint) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * size);
      predecessors = Arrays.copyOf(predecessors, 2 * size);
    }
    fingerprints[size] = fingerprint;
    predecessors[size] = predecessor;
    slots[slot] = size++;
    if (2 * size > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    slots = emptySlots(2 * slots.length);
    for (int index = 0; index < size; index++) {
      int slot = slot(fingerprints[index]);
      while (slots[slot] != NONE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = index;
    }
  }

  private int slot(long fingerprint) {
    return (int) fingerprint & (slots.length - 1);
  }
}
