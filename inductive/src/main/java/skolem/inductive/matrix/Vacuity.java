package skolem.inductive.matrix;

import java.util.List;

/// What was asked about a proof that may be empty.
///
/// @param found what makes it empty: an invariant that no state satisfies, an action that is never
///   enabled within it, a conjunct that says nothing
/// @param asked how many questions there were
/// @param known how many of them an earlier run answered
public record Vacuity(List<String> found, int asked, int known) {
  public static final Vacuity NOT_ASKED = new Vacuity(List.of(), 0, 0);

  public Vacuity {
    found = List.copyOf(found);
  }
}
