package skolem.cli.plot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Lines over a whole number, as SVG; upwards in powers of ten.
public final class LinePlot {
  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#c8553d", "#3a7d44", "#7b4b94", "#b8860b", "#555555");

  private static final int WIDTH = 780;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int RIGHT = 320;
  private static final int TOP = 30;
  private static final int BOTTOM = 50;

  /// About as wide as a digit is.
  private static final double DIGIT = 7;

  private final List<Line> lines;
  private final String axis;
  private final String unit;
  private final int greatest;
  private final int lowestPower;
  private final int highestPower;

  private LinePlot(List<Line> lines, String axis, String unit) {
    this.lines = lines;
    this.axis = axis;
    this.unit = unit;
    List<Line.Point> points = lines.stream().flatMap(s -> s.points().stream()).toList();
    greatest = points.stream().mapToInt(Line.Point::x).max().orElse(1);
    lowestPower = (int) Math.floor(points.stream().mapToDouble(LinePlot::power).min().orElse(0));
    highestPower =
        Math.max(
            lowestPower + 1,
            (int) Math.ceil(points.stream().mapToDouble(LinePlot::power).max().orElse(0)));
  }

  /// @param axis what the whole number is
  /// @param unit of what is drawn over it
  public static String svg(List<Line> lines, String axis, String unit) {
    return new LinePlot(lines, axis, unit).svg();
  }

  /// The power of ten that a value is; values below a clock's tick are drawn at the tick.
  private static double power(Line.Point point) {
    return Math.log10(Math.max(point.y(), 0.01));
  }

  private double x(int value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (double) value / greatest;
  }

  private double y(double power) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (highestPower - power) / (highestPower - lowestPower);
  }

  private String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
        font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(WIDTH, HEIGHT));
    grid(out);
    for (int i = 0; i < lines.size(); i++) {
      line(out, i);
    }
    return out.append("</svg>\n").toString();
  }

  private void grid(StringBuilder out) {
    for (int power = lowestPower; power <= highestPower; power++) {
      rule(out, LEFT, y(power), WIDTH - RIGHT, y(power));
      text(
          out,
          LEFT - 6,
          y(power) + 4,
          "end",
          new BigDecimal(BigInteger.ONE, -power).toPlainString());
    }
    ticks(out);
    text(out, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", axis);
    text(out, LEFT, TOP - 12, "middle", unit);
  }

  /// A tick for each value, and its number where it does not run into that before.
  private void ticks(StringBuilder out) {
    double free = 0;
    int[] values =
        lines.stream()
            .flatMap(s -> s.points().stream())
            .mapToInt(Line.Point::x)
            .distinct()
            .sorted()
            .toArray();
    for (int value : values) {
      rule(out, x(value), y(lowestPower), x(value), y(lowestPower) + 4);
      String number = Integer.toString(value);
      double half = DIGIT * (number.length() + 1) / 2;
      if (x(value) - half >= free) {
        text(out, x(value), y(lowestPower) + 18, "middle", number);
        free = x(value) + half;
      }
    }
  }

  private void line(StringBuilder out, int index) {
    String colour = COLOURS.get(index % COLOURS.size());
    List<Line.Point> points = lines.get(index).points();
    out.append("<polyline fill=\"none\" stroke=\"").append(colour).append("\" points=\"");
    out.append(
        points.stream()
            .map(point -> number(x(point.x())) + "," + number(y(power(point))))
            .collect(Collectors.joining(" ")));
    out.append("\"/>\n");
    for (Line.Point point : points) {
      dot(out, x(point.x()), y(power(point)), colour);
    }
    double height = TOP + 18.0 * index;
    dot(out, WIDTH - RIGHT + 16.0, height, colour);
    text(out, WIDTH - RIGHT + 26.0, height + 4, "start", lines.get(index).name());
  }

  private static void rule(StringBuilder out, double x1, double y1, double x2, double y2) {
    out.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#cccccc\"/>%n"
            .formatted(number(x1), number(y1), number(x2), number(y2)));
  }

  private static void dot(StringBuilder out, double x, double y, String colour) {
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>%n"
            .formatted(number(x), number(y), colour));
  }

  private static void text(StringBuilder out, double x, double y, String anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    out.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
            .formatted(number(x), number(y), anchor, escaped));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
