package skolem.explicit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The states that were found, by fingerprint: each has an index, in the order of finding, and the
/// index of the state that it was found from.
///
/// Many threads may read while none writes. Takes 20 to 28 bytes per state. Two states with one
/// fingerprint count as one; with `n` states the chance that this ever happens is about n² / 2^65.
final class FingerprintTable {
  /// The predecessor of an initial state.
  static final int NONE = -1;

  private static final int SEGMENT_BITS = 14;
  private static final int SEGMENT = 1 << SEGMENT_BITS;

  private final List<long[]> fingerprints = new ArrayList<>();
  private final List<int[]> predecessors = new ArrayList<>();
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
    return fingerprints.get(index >> SEGMENT_BITS)[index & (SEGMENT - 1)];
  }

  int predecessor(int index) {
    return predecessors.get(index >> SEGMENT_BITS)[index & (SEGMENT - 1)];
  }

  /// The index of the state with this fingerprint, or [#NONE].
  int indexOf(long fingerprint) {
    return slots[slot(fingerprint)];
  }

  boolean contains(long fingerprint) {
    return indexOf(fingerprint) != NONE;
  }

  /// Whether the state is new; it then gets the next index.
  boolean add(long fingerprint, int predecessor) {
    int slot = slot(fingerprint);
    if (slots[slot] != NONE) {
      return false;
    }
    int place = size & (SEGMENT - 1);
    if (place == 0) {
      fingerprints.add(new long[SEGMENT]);
      predecessors.add(new int[SEGMENT]);
    }
    fingerprints.getLast()[place] = fingerprint;
    predecessors.getLast()[place] = predecessor;
    slots[slot] = size++;
    if (2 * size > slots.length) {
      grow();
    }
    return true;
  }

  /// Where there is no memory for more, the states keep their indices, and none is found by its
  /// fingerprint any more.
  private void grow() {
    int length = 2 * slots.length;
    slots = new int[] {NONE};
    slots = emptySlots(length);
    for (int index = 0; index < size; index++) {
      slots[slot(fingerprint(index))] = index;
    }
  }

  /// Where this fingerprint is, or belongs.
  private int slot(long fingerprint) {
    int slot = (int) fingerprint & (slots.length - 1);
    while (slots[slot] != NONE && fingerprint(slots[slot]) != fingerprint) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
