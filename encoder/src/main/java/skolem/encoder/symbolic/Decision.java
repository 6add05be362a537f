package skolem.encoder.symbolic;

import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;

/// The answer to a question about values that may be of different kinds.
///
/// @param yes where the answer is yes
/// @param open where there is no answer: an evaluation error; excludes `yes`
record Decision(Formula yes, Formula open) {

  /// An answer that is always there.
  static Decision of(Formula yes, Formulas formulas) {
    return new Decision(yes, formulas.falsity());
  }

  /// No answer.
  static Decision open(Formulas formulas) {
    return new Decision(formulas.falsity(), formulas.truth());
  }

  boolean isClosed() {
    return open.isFalse();
  }

  boolean isNo() {
    return yes.isFalse() && open.isFalse();
  }

  /// Where the answer is not no.
  Formula possible(Formulas formulas) {
    return formulas.or(yes, open);
  }

  /// This answer where `guard` holds, else no.
  Decision under(Formula guard, Formulas formulas) {
    return new Decision(formulas.and(guard, yes), formulas.and(guard, open));
  }

  /// This answer where `guard` holds, else yes.
  Decision unless(Formula guard, Formulas formulas) {
    return new Decision(formulas.implies(guard, yes), formulas.and(guard, open));
  }

  /// Whether both are so: one no decides it, whatever the other is.
  Decision and(Decision other, Formulas formulas) {
    Formula both = formulas.and(yes, other.yes);
    if (open.isFalse() && other.open.isFalse()) {
      return new Decision(both, open);
    }
    Formula either = formulas.or(open, other.open);
    Formula undecided =
        formulas.and(either, formulas.and(possible(formulas), other.possible(formulas)));
    return new Decision(both, undecided);
  }

  /// Whether one of them is so: one yes decides it.
  Decision or(Decision other, Formulas formulas) {
    Formula either = formulas.or(yes, other.yes);
    return new Decision(either, formulas.and(formulas.or(open, other.open), either.not()));
  }

  Decision not(Formulas formulas) {
    return new Decision(possible(formulas).not(), open);
  }
}
