package skolem.inductive.prove;

import skolem.inductive.encode.Possibility;

/// What became of a question whether something is possible within the invariant.
///
/// @param known whether an earlier run answered it
record PossibilityFinding(Possibility possibility, Verdict verdict, boolean known) {
  enum Verdict {
    POSSIBLE,
    IMPOSSIBLE,
    UNDECIDED
  }
}
