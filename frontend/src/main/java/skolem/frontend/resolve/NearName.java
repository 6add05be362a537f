package skolem.frontend.resolve;

import java.util.Collection;
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

  /// The Levenshtein distance, or `bound` where it is not below that.
  private static int distance(String left, String right, int bound) {
    if (Math.abs(left.length() - right.length()) >= bound) {
      return bound;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return Math.min(bound, row[right.length()]);
  }
}
