package skolem.frontend.value;

/// The hash function behind [Value#fingerprint()].
///
/// A running 64-bit state is multiplied and folded for each part, then finished with the mixer of
/// Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators* (OOPSLA 2014).
final class Fingerprint {
  private Fingerprint() {}

  /// The start for a value of this kind; kinds that are never equal take different seeds.
  static long seed(int kind) {
    return mix(0x9E3779B97F4A7C15L * (kind + 1));
  }

  /// The state after one more part; the order of parts matters.
  static long add(long state, long part) {
    return mix(state * 0xD1342543DE82EF95L + part);
  }

  static long ofText(long seed, String text) {
    long state = seed;
    for (int i = 0; i < text.length(); i++) {
      state = (state ^ text.charAt(i)) * 0x100000001B3L;
      state ^= state >>> 29;
    }
    return mix(state + text.length());
  }

  static long ofValues(long seed, Value[] values) {
    long state = seed;
    for (Value value : values) {
      state = add(state, value.fingerprint());
    }
    return state;
  }

  /// What [Object#hashCode] makes of a fingerprint.
  static int fold(long fingerprint) {
    return (int) (fingerprint ^ (fingerprint >>> 32));
  }

  private static long mix(long state) {
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
