package skolem.frontend.verdict;

import java.util.List;

/// What a run says: an outcome for each property asked, in the order asked.
public record Verdict(List<Answer> answers) {

  /// What kind of property an answer is about.
  public enum Kind {
    INVARIANT,
    DEADLOCK_FREEDOM,
    DEFINEDNESS,
    TEMPORAL
  }

  public record Answer(String property, Kind kind, Outcome outcome) {}

  public Verdict {
    answers = List.copyOf(answers);
  }
}
