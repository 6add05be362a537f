package skolem.frontend.source;

import java.util.ArrayList;
import java.util.List;

/// For a text that was made from other text: which place of the original each stretch stands for.
public final class SpanMap {
  private final List<Stretch> stretches;

  /// @param copied whether the characters are those of the origin, one by one
  private record Stretch(int start, int end, Span origin, boolean copied) {
    Span part(int from, int to) {
      if (!copied) {
        return origin;
      }
      int first = origin.start() + Math.max(0, from - start);
      int last = origin.start() + Math.min(end, to) - start;
      return new Span(origin.file(), first, Math.max(first, last));
    }
  }

  /// Collects the stretches of a text from its beginning to its end.
  public static final class Builder {
    private final List<Stretch> stretches = new ArrayList<>();

    /// The characters `start` to `end` were copied from `origin`, which is as long.
    public void copied(int start, int end, Span origin) {
      add(new Stretch(start, end, origin, true));
    }

    /// The characters `start` to `end` were written on account of `origin`.
    public void written(int start, int end, Span origin) {
      add(new Stretch(start, end, origin, false));
    }

    private void add(Stretch stretch) {
      if (!stretches.isEmpty() && stretch.start < stretches.getLast().end) {
        throw new IllegalArgumentException("stretches out of order");
      }
      if (stretch.end > stretch.start) {
        stretches.add(stretch);
      }
    }

    public SpanMap build() {
      return new SpanMap(stretches);
    }
  }

  private SpanMap(List<Stretch> stretches) {
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("a map of no text");
    }
    this.stretches = List.copyOf(stretches);
  }

  /// The original place of the characters `start` to `end`: from that of the first to that of the
  /// last, or that of the first alone where the last lies before it.
  public Span original(int start, int end) {
    int last = Math.max(start, end - 1);
    Span from = stretches.get(indexAt(start)).part(start, end);
    Span to = stretches.get(indexAt(last)).part(start, end);
    return to.file() == from.file() && to.start() >= from.start() ? from.to(to) : from;
  }

  /// The stretch that holds `offset`, or else the last one before it.
  private int indexAt(int offset) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (stretches.get(middle).start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
