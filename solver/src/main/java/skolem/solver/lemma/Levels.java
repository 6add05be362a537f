package skolem.solver.lemma;

import java.util.List;

/// What is known of the states of behaviours by their distance from the beginning.
///
/// @param clauses those at index i hold of all states after at most i steps, and are not known of
///   later ones
public record Levels(List<List<Clause>> clauses) {

  public Levels {
    clauses = clauses.stream().map(List::copyOf).toList();
  }

  /// How many steps the behaviours have, at the least, that are all safe.
  public int bound() {
    return clauses.size();
  }

  /// What holds of all states after at most so many steps.
  public List<Clause> after(int steps) {
    return clauses.stream().skip(steps).flatMap(List::stream).toList();
  }
}
