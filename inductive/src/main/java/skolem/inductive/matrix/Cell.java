package skolem.inductive.matrix;

import java.time.Duration;
import java.util.List;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Trace;
import skolem.inductive.obligation.Lemma;

/// One obligation and what became of it.
///
/// @param column the action; [#INITIATION], [#DEFINED] or [#IMPLICATION] for the obligations that
///   are about a single state
public record Cell(String column, Lemma lemma, Finding finding, Duration time) {
  public static final String INITIATION = "Init";
  public static final String IMPLICATION = "=>";

  /// The obligation that the next-state relation has a value wherever the invariant holds.
  public static final String DEFINED = "defined";

  /// Whether the column is about one state, not about the steps of an action.
  public static boolean isAboutOneState(String column) {
    return column.equals(INITIATION) || column.equals(IMPLICATION) || column.equals(DEFINED);
  }

  /// The column of an action, which may bear the name of another column.
  public static String column(String action) {
    return isAboutOneState(action) ? "action " + action : action;
  }

  /// What was found out about an obligation.
  public sealed interface Finding {
    /// @param core names of the conjuncts that the proof needed, besides the bounds of the
    ///   variables
    record Proved(List<String> core, Evidence evidence) implements Finding {
      public Proved {
        core = List.copyOf(core);
      }
    }

    /// @param trace the counterexample: an initial state, or a state within the invariant and, for
    ///   an action, the step out of it
    /// @param fault what is wrong at its end: the conjunct is false, or has no value
    /// @param reach whether its first state can be reached
    record Broken(Trace trace, Fault fault, Reach reach) implements Finding {}

    record Undecided(String reason) implements Finding {}
  }

  /// How a proof was found.
  public enum Evidence {
    /// The formula is constant, or a hypothesis.
    EVIDENT,
    /// A solver found that nothing is wrong.
    SOLVED,
    /// An earlier run proved the same formula.
    KNOWN
  }

  /// Whether the first state of a counterexample to induction can be reached.
  public sealed interface Reach {
    /// The invariant is violated for real.
    ///
    /// @param trace from an initial state to the violation
    record Reachable(Trace trace) implements Reach {}

    /// Not in so many steps: most likely the invariant is too weak.
    record NotWithin(int steps) implements Reach {}

    record NotAsked() implements Reach {}

    record Unknown(String reason) implements Reach {}
  }

  public boolean isProved() {
    return finding instanceof Finding.Proved;
  }
}
