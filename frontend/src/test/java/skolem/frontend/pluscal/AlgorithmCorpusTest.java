package skolem.frontend.pluscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import skolem.frontend.pluscal.Translation.Replaced;

/// Public algorithms: what Lamport's translator takes is translated, and what it refuses is refused
/// at the same line.
class AlgorithmCorpusTest {
  /// The lines at fault, read off the algorithms.
  private static final Map<String, Integer> REFUSED_AT =
      Map.of(
          "reject-AssignmentToUndeclaredVariableTest-constant", 8,
          "reject-AssignmentToUndeclaredVariableTest-macro", 7,
          "reject-AssignmentToUndeclaredVariableTest-macroParam", 6,
          "reject-AssignmentToUndeclaredVariableTest-procedure", 8,
          "reject-AssignmentToUndeclaredVariableTest-process", 12,
          "reject-Github358", 5,
          "reject-MissingBodyInWith", 5,
          "reject-UnhandledInvalidSyntaxTest-test1", 5);

  private static Path folder(String name) {
    Path folder =
        Path.of(System.getProperty("skolem.root", ".."), "..", "shared", "corpora", name)
            .normalize();
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> folder + " is absent");
    return folder;
  }

  private static List<List<String>> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream().map(l -> List.of(l.split("\t", -1))).toList();
  }

  @Test
  void algorithms() throws IOException {
    Path root = folder("pluscal/visible");
    List<List<String>> rows = rows(root.resolve("index.tsv"));
    List<String> head = rows.getFirst();
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      String name = row.get(head.indexOf("dir"));
      String module = row.get(head.indexOf("module")) + ".tla";
      Translated translated =
          Translated.file(Files.readString(root.resolve(name).resolve("input").resolve(module)));
      boolean expected = row.get(head.indexOf("translator")).equals("ok");
      boolean asExpected =
          expected
              ? translated.translation() != null && translated.messages().isEmpty()
              : translated.messages().getFirst().startsWith(REFUSED_AT.get(name) + ":");
      if (!asExpected) {
        wrong.add(name + " " + translated.messages());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// No translation by Lamport's translator, of whatever version, is taken for that of another
  /// algorithm, or for one that was changed by hand.
  @Test
  void translationsOfTheCorpusAreNotStale() throws IOException {
    Path root = folder("pluscal/visible");
    List<List<String>> rows = rows(root.resolve("index.tsv"));
    List<String> head = rows.getFirst();
    List<String> stale = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Path file =
          root.resolve(row.get(head.indexOf("dir")))
              .resolve("expected")
              .resolve(row.get(head.indexOf("module")) + ".tla");
      if (Files.exists(file)) {
        Replaced replaced = Translated.file(Files.readString(file)).required().replaced();
        if (replaced == Replaced.STALE || replaced == Replaced.EDITED) {
          stale.add(row.getFirst() + " " + replaced);
        }
      }
    }
    assertThat(stale).isEmpty();
  }

  @Test
  void syntax() throws IOException {
    Path root = folder("syntax/visible");
    List<List<String>> rows = rows(root.resolve("index.tsv"));
    List<String> head = rows.getFirst();
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.get(head.indexOf("kind")).equals("pluscal")) {
        Translated translated =
            Translated.file(Files.readString(root.resolve(row.get(head.indexOf("path")))));
        boolean expected = row.get(head.indexOf("pcal_trans")).equals("ok");
        if (expected != (translated.translation() != null)) {
          wrong.add(row.getFirst() + " " + translated.messages());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
