package skolem.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.cli.measure.ProcessMeter;

/// The replies of several engines to one question.
public record Comparison(List<Reply> replies) {
  public Comparison {
    replies = List.copyOf(replies);
  }

  /// Runs the engines one after the other.
  public static Comparison run(Question question, List<Contestant> contestants)
      throws IOException, InterruptedException {
    Path folder = question.specification().toAbsolutePath().getParent();
    List<Reply> replies = new ArrayList<>();
    for (Contestant contestant : contestants) {
      replies.add(
          contestant.reply(
              ProcessMeter.run(
                  contestant.command(question),
                  folder == null ? Path.of("") : folder,
                  question.limit())));
    }
    return new Comparison(replies);
  }

  /// What two engines say that cannot both be true; empty where they agree.
  public List<String> disagreements() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      for (Reply other : replies.subList(i + 1, replies.size())) {
        compare(replies.get(i), other, found);
      }
    }
    return found;
  }

  private static void compare(Reply one, Reply other, List<String> found) {
    for (Map.Entry<String, Finding> entry : one.findings().entrySet()) {
      Finding opposite = other.findings().get(entry.getKey());
      if (opposite != null && entry.getValue().contradicts(opposite)) {
        found.add(
            "%s: %s says %s, %s says %s"
                .formatted(
                    entry.getKey(),
                    one.engine(),
                    text(entry.getValue()),
                    other.engine(),
                    text(opposite)));
      }
    }
  }

  private static String text(Finding finding) {
    return switch (finding) {
      case Finding.Violated(int steps) -> "violated after " + steps + " steps";
      case Finding.Safe(int steps) when steps == Finding.UNBOUNDED -> "holds at every depth";
      case Finding.Safe(int steps) -> "no violation in " + steps + " steps";
    };
  }
}
