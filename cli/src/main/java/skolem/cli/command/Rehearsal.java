package skolem.cli.command;

import java.util.ArrayList;
import java.util.List;

/// Runs several commands in one process, so that the launcher can record the classes that they
/// load: the words of one command end where the word `--then` stands.
final class Rehearsal {
  private static final String THEN = "--then";

  private Rehearsal() {}

  public static void main(String[] words) {
    List<String> command = new ArrayList<>();
    for (String word : words) {
      if (word.equals(THEN)) {
        Skolem.execute(command.toArray(String[]::new));
        command.clear();
      } else {
        command.add(word);
      }
    }
    Skolem.execute(command.toArray(String[]::new));
  }
}
