package skolem.explicit.eval;

import java.util.Random;
import java.util.StringJoiner;

/// Random closed expressions: sets of integers, functions from integers to integers, sequences of
/// integers. The same for the same seed.
final class RandomExpressions {
  private static final int DEPTH = 3;

  private final Random random;
  private int names;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  String integer() {
    return Integer.toString(random.nextInt(7));
  }

  String set() {
    return set(DEPTH);
  }

  String function() {
    return function(DEPTH);
  }

  String sequence() {
    return sequence(DEPTH);
  }

  /// A name that is not bound elsewhere.
  private String name() {
    return "x" + names++;
  }

  private String integers(String open, String close) {
    StringJoiner elements = new StringJoiner(", ", open, close);
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(integer());
    }
    return elements.toString();
  }

  private String set(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? integers("{", "}") : "(" + integer() + ".." + integer() + ")";
    }
    String left = set(depth - 1);
    String x = name();
    return switch (random.nextInt(8)) {
      case 0 -> "(" + left + " \\cup " + set(depth - 1) + ")";
      case 1 -> "(" + left + " \\cap " + set(depth - 1) + ")";
      case 2 -> "(" + left + " \\ " + set(depth - 1) + ")";
      case 3 -> "{" + x + " \\in " + left + " : " + x + " % 2 = 0}";
      case 4 -> "{" + x + " + " + integer() + " : " + x + " \\in " + left + "}";
      case 5 -> "(UNION {" + left + ", " + set(depth - 1) + "})";
      case 6 -> "(DOMAIN " + function(depth - 1) + ")";
      default -> "(IF " + integer() + " \\in " + left + " THEN " + left + " ELSE {})";
    };
  }

  private String function(int depth) {
    if (depth == 0) {
      return "(" + integer() + " :> " + integer() + ")";
    }
    String x = name();
    return switch (random.nextInt(4)) {
      case 0 -> "[" + x + " \\in " + set(depth - 1) + " |-> " + x + " * " + integer() + "]";
      case 1 -> "(" + function(depth - 1) + " @@ " + function(depth - 1) + ")";
      case 2 -> "[" + function(depth - 1) + " EXCEPT ![" + integer() + "] = @ + 1]";
      default -> "[" + x + " \\in " + set(depth - 1) + " |-> Cardinality(" + set(depth - 1) + ")]";
    };
  }

  private String sequence(int depth) {
    if (depth == 0) {
      return integers("<<", ">>");
    }
    String left = sequence(depth - 1);
    String x = name();
    return switch (random.nextInt(5)) {
      case 0 -> "(" + left + " \\o " + sequence(depth - 1) + ")";
      case 1 -> "Append(" + left + ", " + integer() + ")";
      case 2 -> "SubSeq(" + left + ", 2, Len(" + left + "))";
      case 3 -> "SelectSeq(" + left + ", LAMBDA " + x + " : " + x + " > " + integer() + ")";
      default -> "[" + x + " \\in 1..Len(" + left + ") |-> " + integer() + " - " + x + "]";
    };
  }
}
