package skolem.benchmarks.corpus;

import java.util.List;

/// How far the command of a row goes.
public sealed interface Bound {
  /// So many steps.
  record Steps(int number) implements Bound {}

  /// As many steps as can be done within so many seconds by the clock.
  record Within(int seconds) implements Bound {}

  /// The command has no bound.
  record None() implements Bound {}

  /// More steps than any row comes to in its time.
  int UNREACHED = 100_000;

  /// Reads a cell: `8` is so many steps, `60s` as many as so many seconds allow.
  ///
  /// @throws NumberFormatException for anything else, but for what says that there is none
  static Bound read(String cell) {
    if (Parameters.absent(cell)) {
      return new None();
    }
    return cell.endsWith("s")
        ? new Within(Integer.parseInt(cell.substring(0, cell.length() - 1)))
        : new Steps(Integer.parseInt(cell));
  }

  /// The bound as in the cell; empty where there is none.
  default String text() {
    return switch (this) {
      case Steps(var number) -> Integer.toString(number);
      case Within(var seconds) -> seconds + "s";
      case None() -> "";
    };
  }

  /// The bound in the title of a row, after a blank; empty where there is none.
  default String suffix() {
    return switch (this) {
      case Steps _ -> " length " + text();
      case Within _ -> " within " + text();
      case None() -> "";
    };
  }

  /// The options of the command that ask for it.
  default List<String> options() {
    return switch (this) {
      case Steps(var number) -> List.of("--length", Integer.toString(number));
      case Within(var seconds) ->
          List.of(
              "--length", Integer.toString(UNREACHED), "--time-limit", Integer.toString(seconds));
      case None() -> List.of();
    };
  }
}
