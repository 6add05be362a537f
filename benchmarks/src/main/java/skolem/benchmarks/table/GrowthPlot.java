package skolem.benchmarks.table;

import java.util.List;
import skolem.benchmarks.run.RowResult;
import skolem.cli.plot.Line;
import skolem.cli.plot.LinePlot;

/// CPU time against a number in which rows differ, as SVG. Empty where no series has three points.
public final class GrowthPlot {
  private GrowthPlot() {}

  /// The cost as the bound grows.
  public static String alongBound(List<RowResult> results) {
    return plot(Series.alongBound(results), "bound (steps)");
  }

  /// The cost as the parameters grow.
  public static String alongParameters(List<RowResult> results) {
    return plot(Series.alongParameters(results), "greatest parameter");
  }

  private static String plot(List<Line> lines, String axis) {
    return lines.isEmpty() ? "" : LinePlot.svg(lines, axis, "CPU s");
  }
}
