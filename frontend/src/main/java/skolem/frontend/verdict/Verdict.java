package skolem.frontend.verdict;

import java.util.List;
import java.util.stream.Stream;

/// What a run says: an outcome for each property asked, in the order asked.
public record Verdict(List<Answer> answers) {
  /// What is asked without having a name in the configuration is called what is no identifier.
  public static final String DEADLOCK_FREEDOM = "deadlock freedom";

  public static final String DEFINEDNESS = "no evaluation error";

  /// What kind of property an answer is about.
  public enum Kind {
    INVARIANT,
    DEADLOCK_FREEDOM,
    DEFINEDNESS,
    TRACE_INVARIANT,
    /// A PROPERTY, or that part of it which a finite behaviour can refute.
    TEMPORAL,
    /// The part of a PROPERTY that speaks of whole behaviours.
    LIVENESS,
    POSTCONDITION
  }

  /// @param further more violations of the same property, where they were asked for
  public record Answer(
      String property, Kind kind, Outcome outcome, List<Outcome.Violated> further) {
    public Answer {
      further = List.copyOf(further);
    }

    public Answer(String property, Kind kind, Outcome outcome) {
      this(property, kind, outcome, List.of());
    }

    /// All violations, the shortest first.
    public List<Outcome.Violated> violations() {
      return outcome instanceof Outcome.Violated first
          ? Stream.concat(Stream.of(first), further.stream()).toList()
          : List.of();
    }
  }

  public Verdict {
    answers = List.copyOf(answers);
  }
}
