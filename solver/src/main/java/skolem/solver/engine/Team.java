package skolem.solver.engine;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.RejectedException;
import skolem.solver.session.SolverSession;

/// A session, and what there is to take its place should its engine fail.
///
/// @param reserves in their order
record Team(SolverSession first, List<Supplier<SolverSession>> reserves) {
  Team {
    reserves = List.copyOf(reserves);
  }

  static Team of(SolverSession single) {
    return new Team(single, List.of());
  }

  /// The first of these that opens, with those after it.
  ///
  /// @return null where none opens
  static @Nullable Team of(List<Supplier<SolverSession>> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      try {
        return new Team(candidates.get(i).get(), candidates.subList(i + 1, candidates.size()));
      } catch (RejectedException _) {
        // The next one is there for this case.
      }
    }
    return null;
  }
}
