package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// All ways to take one value from each column, the last column turning fastest.
final class Odometer implements Iterator<Value> {
  private final List<SetValue> columns;
  private final Function<List<Value>, Value> build;
  private final int[] places;
  private boolean done;

  /// @param build what to make of one value per column
  Odometer(List<SetValue> columns, Function<List<Value>, Value> build) {
    this.columns = columns;
    this.build = build;
    this.places = new int[columns.size()];
    this.done = columns.stream().anyMatch(SetValue::isEmpty);
  }

  @Override
  public boolean hasNext() {
    return !done;
  }

  @Override
  public Value next() {
    if (done) {
      throw new NoSuchElementException();
    }
    List<Value> row = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      row.add(columns.get(i).get(places[i]));
    }
    advance();
    return build.apply(row);
  }

  private void advance() {
    int column = places.length - 1;
    while (column >= 0 && ++places[column] == columns.get(column).size()) {
      places[column--] = 0;
    }
    done = column < 0;
  }
}
