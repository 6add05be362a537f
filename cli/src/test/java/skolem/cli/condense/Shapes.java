package skolem.cli.condense;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Pattern switches and records of all kinds, and what they say: the same before and after a class
/// is condensed.
final class Shapes implements Supplier<String> {
  private static final int LARGE = 10;

  sealed interface Shape {
    /// A switch in an interface.
    default String kind() {
      return switch (this) {
        case Circle _ -> "circle";
        case Square _ -> "square";
        case Pair _ -> "pair";
      };
    }
  }

  record Circle(int radius) implements Shape {}

  record Square(long side) implements Shape {}

  record Pair(@Nullable Shape first, @Nullable Shape second) implements Shape {}

  record AllPrimitives(
      boolean truth,
      byte small,
      char letter,
      short shorter,
      int whole,
      long longer,
      float single,
      double twice) {}

  record Nothing() {}

  private enum Colour {
    RED,
    GREEN
  }

  @Override
  public String get() {
    List<Object> said = new ArrayList<>();
    List<@Nullable Shape> shapes = new ArrayList<>(List.of(new Circle(1), new Circle(11)));
    shapes.addAll(List.of(new Square(3), new Square(12), new Pair(new Circle(2), null)));
    shapes.add(new Pair(new Pair(null, new Square(1)), new Circle(20)));
    shapes.add(null);
    for (Shape shape : shapes) {
      said.add(guarded(shape));
      said.add(shape == null ? "none" : shape.kind());
      for (Shape other : shapes) {
        said.add(shape != null && shape.equals(other));
      }
      said.add(shape == null ? 0 : shape.hashCode());
      said.add(String.valueOf(shape));
    }
    for (Object object : objects()) {
      said.add(mixed(object));
    }
    compare(said);
    return said.toString();
  }

  private static String guarded(@Nullable Shape shape) {
    return switch (shape) {
      case null -> "null";
      case Circle circle when circle.radius() > LARGE -> "large circle";
      case Circle(int radius) -> "circle of " + radius;
      case Pair(Circle(int radius), _) -> "pair with a circle of " + radius;
      case Pair(Pair(_, Square inner), Shape second) -> "nested " + inner + second;
      case Square square when square.side() > LARGE -> "large square";
      case Square _ -> "square";
      case Pair _ -> "pair";
    };
  }

  private static List<Object> objects() {
    return List.of(
        "a",
        "other",
        "something long",
        "b",
        7,
        8,
        'c',
        Colour.RED,
        Colour.GREEN,
        new int[1],
        new String[0],
        List.of(),
        BigInteger.TWO,
        new Nothing());
  }

  private static String mixed(Object object) {
    String type =
        switch (object) {
          case int[] numbers -> "numbers " + numbers.length;
          case Object[] many -> "array " + many.length;
          case CharSequence text when text.length() > 1 -> "text";
          case Integer number when number > 7 -> "large";
          case Number _ -> "number";
          case List<?> list -> "list " + list.size();
          default -> "something";
        };
    String constant =
        switch (object) {
          case Colour colour when colour == Colour.GREEN -> "green";
          case Colour.RED -> "red";
          case String text -> ofText(text);
          default -> "no constant";
        };
    return type + constant;
  }

  private static String ofText(String text) {
    return switch (text) {
      case "a" -> "the letter";
      case String word when word.length() > LARGE -> "long";
      case "other" -> "the word";
      case String _ -> "string";
    };
  }

  private static void compare(List<Object> said) {
    List<AllPrimitives> records = new ArrayList<>();
    for (double number : new double[] {0.0, -0.0, Double.NaN, 1.5}) {
      for (int place = 0; place < 3; place++) {
        records.add(
            new AllPrimitives(
                place == 0,
                (byte) (place - 1),
                (char) ('a' + place),
                (short) (place * -300),
                Integer.MIN_VALUE + place,
                Long.MAX_VALUE - place,
                (float) number,
                number));
      }
    }
    for (AllPrimitives one : records) {
      said.add(one.hashCode());
      for (AllPrimitives other : records) {
        said.add(one.equals(other));
      }
      said.add(one.equals(new Object()));
    }
    said.add(new Nothing().equals(new Nothing()));
    said.add(new Nothing().hashCode());
  }
}
