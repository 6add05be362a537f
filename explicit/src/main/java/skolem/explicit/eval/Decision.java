package skolem.explicit.eval;

/// Whether two values are equal, or whether a value is in a set.
enum Decision {
  YES,
  NO,
  /// TLA+ does not say, and it is an error to ask: is `1` equal to `"a"`?
  INCOMPARABLE;

  static Decision of(boolean holds) {
    return holds ? YES : NO;
  }

  /// The decision on a conjunction: one NO decides it, whatever else is asked.
  Decision and(Decision other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == INCOMPARABLE ? this : other;
  }

  Decision or(Decision other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == INCOMPARABLE ? this : other;
  }

  Decision not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case INCOMPARABLE -> INCOMPARABLE;
    };
  }
}
