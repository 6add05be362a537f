package skolem.frontend.lower;

import java.math.BigInteger;
import java.util.Locale;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.syntax.Expr;
import skolem.frontend.value.IntValue;

/// Reads the spellings of numbers: decimal, and `\b`, `\o`, `\h` for the bases 2, 8 and 16.
final class NumberReading {
  private NumberReading() {}

  static IntValue value(Expr.NumberLiteral literal) {
    String text = literal.text();
    if (text.contains(".")) {
      throw RejectedException.of(
          Code.UNSUPPORTED,
          literal.span(),
          "the real number " + text + " is not supported: scale the quantity to integers");
    }
    if (text.startsWith("\\")) {
      int base =
          switch (text.substring(1, 2).toLowerCase(Locale.ROOT)) {
            case "b" -> 2;
            case "o" -> 8;
            default -> 16;
          };
      return IntValue.of(new BigInteger(text.substring(2), base));
    }
    return IntValue.of(new BigInteger(text));
  }
}
