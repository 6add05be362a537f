package skolem.frontend.source;

import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the known name that a misspelt one is most likely to mean.
public final class NearName {
  private NearName() {}

  /// The name at the least edit distance, at most a third of the length; null if there is none.
  /// Only words are near to words.
  public static @Nullable String of(String name, Collection<String> known) {
    String nearest = null;
    int least = name.length() / 3 + 1;
    for (String candidate : known) {
      int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate, least);
      if (distance < least && !candidate.equals(name) && isWord(candidate) == isWord(name)) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static boolean isWord(String name) {
    return !name.isEmpty() && Character.isLetterOrDigit(name.charAt(0));
  }

  /// How many insertions, deletions, substitutions and swaps of neighbours lead from one to the
  /// other, or `bound` where it is not below that.
  private static int distance(String left, String right, int bound) {
    if (Math.abs(left.length() - right.length()) >= bound) {
      return bound;
    }
    int[] beforeLast = new int[0];
    int[] last = IntStream.rangeClosed(0, right.length()).toArray();
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(bound, last[right.length()]);
  }
}
