package skolem.encoder.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import skolem.encoder.symbolic.Site;

/// How deep the evaluator is in recursive operators and functions.
///
/// A recursion over constants ends by itself. One over symbolic arguments goes on while its path is
/// not seen to be impossible; it is followed so far and no further, and what lies beyond is a fault
/// of its own kind, which is asked about like any other: never assumed away.
final class RecursionDepth {
  /// How many levels in all, which bounds the stack.
  private static final int MOST = 1_000;

  /// How many levels under conditions that depend on the state.
  private static final int MOST_CONDITIONAL = 100;

  private record Level(int pathLength, int conditional) {}

  private final Deque<Level> levels = new ArrayDeque<>();

  /// Goes one level deeper, if that is not too deep.
  ///
  /// @param what is recursive
  boolean enter(String what, Site site) {
    int length = site.path().length();
    Level outer = levels.peek();
    int conditional =
        outer == null ? 0 : outer.conditional() + (length > outer.pathLength() ? 1 : 0);
    if (levels.size() >= MOST || conditional > MOST_CONDITIONAL) {
      site.beyondLimits(
          "the recursion of `"
              + what
              + "` may be deeper than "
              + (conditional > MOST_CONDITIONAL ? MOST_CONDITIONAL : MOST)
              + " levels, and is not followed further");
      return false;
    }
    levels.push(new Level(length, conditional));
    return true;
  }

  void leave() {
    levels.pop();
  }
}
