package skolem.explicit.search;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Says when the heap is so full that a search had better end, while there is room to report.
///
/// Looks at what was left in the oldest generation after its last collection. The heap is bounded,
/// by default by a quarter of the memory, so that this comes before the machine swaps.
final class HeapWatch {
  private static final double FULL = 0.9;

  private final @Nullable MemoryPoolMXBean oldest;

  HeapWatch() {
    this.oldest =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getCollectionUsage() != null && pool.getUsage().getMax() > 0)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElse(null);
  }

  boolean isFull() {
    if (oldest == null) {
      return false;
    }
    MemoryUsage left = oldest.getCollectionUsage();
    return left != null && left.getUsed() > FULL * oldest.getUsage().getMax();
  }
}
