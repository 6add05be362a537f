package skolem.inductive.encode;

import java.util.List;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Frame;
import skolem.frontend.verdict.Fault;
import skolem.inductive.obligation.Lemma;

/// An obligation: that nothing of this is wrong at the end of these frames.
///
/// @param bad the disjunction of what may be wrong
/// @param defined that what is read before has a value there
public record Goal(
    Lemma lemma, List<Frame> frames, List<Wrong> wrong, Formula bad, Formula defined) {

  /// Something that may be wrong in a state, and when it is.
  public record Wrong(Formula bad, Fault fault) {}

  public Goal {
    frames = List.copyOf(frames);
    wrong = List.copyOf(wrong);
  }
}
