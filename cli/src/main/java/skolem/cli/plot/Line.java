package skolem.cli.plot;

import java.util.List;

/// A named line of a plot.
///
/// @param points in the order of their `x`
public record Line(String name, List<Point> points) {
  public record Point(int x, double y) {}

  public Line {
    points = List.copyOf(points);
  }
}
