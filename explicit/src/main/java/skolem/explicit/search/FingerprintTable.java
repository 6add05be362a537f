package skolem.explicit.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// The states that were found, by fingerprint: each has an index, in the order of finding, and the
/// index of the state that it was found from.
///
/// One thread writes; others may ask at the same time whether a fingerprint is there, and may miss
/// one that was added just now. Takes 20 to 28 bytes per state. Two states with one fingerprint
/// count as one; with `n` states the chance that this ever happens is about n² / 2^65.
final class FingerprintTable {
  /// The predecessor of an initial state.
  static final int NONE = -1;

  private static final int SEGMENT_BITS = 14;
  private static final int SEGMENT = 1 << SEGMENT_BITS;

  /// An index stands in a slot only after its fingerprint stands in a segment.
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

  /// Volatile, so that a reader who gets to see a longer array sees what was copied into it.
  private volatile long[][] fingerprints = new long[1][];

  private int[][] predecessors = new int[1][];
  private volatile int[] slots = emptySlots(1 << 11);
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
    return fingerprints[index >> SEGMENT_BITS][index & (SEGMENT - 1)];
  }

  int predecessor(int index) {
    return predecessors[index >> SEGMENT_BITS][index & (SEGMENT - 1)];
  }

  /// The index of the state with this fingerprint, or [#NONE].
  int indexOf(long fingerprint) {
    int[] all = slots;
    int index = at(all, slot(all, fingerprint));
    // Where the slot was empty a moment ago, another fingerprint may have been added there since.
    return index != NONE && fingerprint(index) == fingerprint ? index : NONE;
  }

  boolean contains(long fingerprint) {
    return indexOf(fingerprint) != NONE;
  }

  /// Whether the state is new; it then gets the next index.
  boolean add(long fingerprint, int predecessor) {
    int[] all = slots;
    int slot = slot(all, fingerprint);
    if (at(all, slot) != NONE) {
      return false;
    }
    int segment = size >> SEGMENT_BITS;
    int place = size & (SEGMENT - 1);
    if (place == 0) {
      addSegment(segment);
    }
    fingerprints[segment][place] = fingerprint;
    predecessors[segment][place] = predecessor;
    SLOT.setRelease(all, slot, size++);
    if (2 * size > all.length) {
      grow();
    }
    return true;
  }

  private void addSegment(int segment) {
    if (segment == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * segment);
      predecessors = Arrays.copyOf(predecessors, 2 * segment);
    }
    fingerprints[segment] = new long[SEGMENT];
    predecessors[segment] = new int[SEGMENT];
  }

  /// Where there is no memory for more, the states keep their indices, and none is found by its
  /// fingerprint any more.
  private void grow() {
    int length = 2 * slots.length;
    slots = new int[] {NONE};
    int[] larger = emptySlots(length);
    for (int index = 0; index < size; index++) {
      larger[slot(larger, fingerprint(index))] = index;
    }
    slots = larger;
  }

  /// Where this fingerprint is, or belongs.
  private int slot(int[] all, long fingerprint) {
    int slot = (int) fingerprint & (all.length - 1);
    for (int index = at(all, slot); index != NONE; index = at(all, slot)) {
      if (fingerprint(index) == fingerprint) {
        break;
      }
      slot = (slot + 1) & (all.length - 1);
    }
    return slot;
  }

  private static int at(int[] all, int slot) {
    return (int) SLOT.getAcquire(all, slot);
  }
}
