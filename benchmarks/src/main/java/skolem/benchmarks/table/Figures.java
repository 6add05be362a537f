package skolem.benchmarks.table;

import java.util.List;
import java.util.OptionalDouble;

/// Median, least and greatest of some numbers.
public record Figures(double median, double least, double greatest) {

  /// The figures of numbers; of an even number of them, the median is the mean of the middle two.
  ///
  /// @throws IllegalArgumentException for no numbers
  public static Figures of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no numbers");
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Figures(median, sorted.getFirst(), sorted.getLast());
  }

  /// The median of the numbers that are known; empty where none is.
  static OptionalDouble median(List<OptionalDouble> numbers) {
    List<Double> known = numbers.stream().flatMapToDouble(OptionalDouble::stream).boxed().toList();
    return known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(of(known).median());
  }
}
