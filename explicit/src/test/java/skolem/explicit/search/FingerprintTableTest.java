package skolem.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

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
}
