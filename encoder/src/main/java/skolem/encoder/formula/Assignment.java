package skolem.encoder.formula;

import java.math.BigInteger;

/// Values for variables, as a solver found them.
public interface Assignment {
  /// The value of a Boolean variable; one that the solver never saw is FALSE.
  boolean value(Formula variable);

  /// The value of an integer variable; one that the solver never saw is the value of its interval
  /// nearest to 0.
  BigInteger value(IntTerm variable);
}
