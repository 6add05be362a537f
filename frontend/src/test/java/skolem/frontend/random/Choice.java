package skolem.frontend.random;

import java.util.List;
import java.util.Random;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// Random choices from a seed, and names that are new each time.
final class Choice {
  /// Words that names may begin with: some are nearly reserved.
  private static final List<String> STEMS =
      List.of("x", "Y", "a_b", "WF", "LETx", "IF_", "_u", "1st", "In", "EXCEPTs", "oo");

  private final Random random;
  private int names;

  Choice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Identifier fresh() {
    return new Identifier(of(STEMS) + names++, Span.NONE);
  }
}
