package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  @Test
  void keepsEveryFingerprintOnceAcrossGrowth() {
    FingerprintTable table = new FingerprintTable();
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.add(7L * i, i - 1)).isTrue();
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.add(7L * i, 0)).isFalse();
      assertThat(table.fingerprint(i)).isEqualTo(7L * i);
      assertThat(table.predecessor(i)).isEqualTo(i - 1);
    }
    assertThat(table.size()).isEqualTo(10_000);
  }

  /// Fingerprints that differ only in their high bits fall into one slot.
  @Test
  void collidingSlotsAreKeptApart() {
    FingerprintTable table = new FingerprintTable();
    assertThat(table.add(1L << 40, FingerprintTable.NONE)).isTrue();
    assertThat(table.add(1L << 41, FingerprintTable.NONE)).isTrue();
    assertThat(table.add(1L << 40, FingerprintTable.NONE)).isFalse();
  }

  /// What a reader finds while another thread adds even numbers is even, and less than the bound.
  @Test
  void readersNeverSeeWhatWasNotAdded() throws Exception {
    FingerprintTable table = new FingerprintTable();
    int added = 300_000;
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> wrong =
          threads.submit(() -> {
            int seen = 0;
            for (int i = 1; i < 2 * added; i += 2) {
              seen += table.contains(i) || table.contains(2L * added + i) ? 1 : 0;
            }
            return seen;
          });
      for (int i = 0; i < added; i++) {
        table.add(2L * i, FingerprintTable.NONE);
      }
      assertThat(wrong.get()).isZero();
    }
    for (int i = 0; i < added; i++) {
      assertThat(table.indexOf(2L * i)).isEqualTo(i);
    }
  }

  /// All fingerprints belong into one slot, so that what is asked for would stand where the next
  /// one is just being written.
  @Test
  void readersNeverSeeWhatIsWrittenInItsPlace() throws Exception {
    long added = 2_000;
    for (int round = 0; round < 40; round++) {
      FingerprintTable table = new FingerprintTable();
      AtomicBoolean done = new AtomicBoolean();
      try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
        Future<Integer> wrong =
            threads.submit(() -> {
              int seen = 0;
              for (long high = added + 1; !done.get(); high++) {
                seen += table.contains(high << 32) ? 1 : 0;
              }
              return seen;
            });
        for (long high = 1; high <= added; high++) {
          table.add(high << 32, FingerprintTable.NONE);
        }
        done.set(true);
        assertThat(wrong.get()).as("round %d", round).isZero();
      }
    }
  }
}
