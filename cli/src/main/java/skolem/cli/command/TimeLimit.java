package skolem.cli.command;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import skolem.solver.session.Budget;

/// Reads a time limit, a positive number of seconds.
final class TimeLimit implements ITypeConverter<Budget> {
  /// In milliseconds; a longer limit makes no difference.
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  @Override
  public Budget convert(String text) {
    BigDecimal seconds;
    try {
      seconds = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("`" + text + "` is not a number of seconds");
    }
    if (seconds.signum() <= 0) {
      throw new TypeConversionException("`" + text + "` is not a positive number of seconds");
    }
    BigDecimal milliseconds = seconds.movePointRight(3).max(BigDecimal.ONE).min(LONGEST);
    return Budget.of(Duration.ofMillis(milliseconds.longValue()));
  }
}
