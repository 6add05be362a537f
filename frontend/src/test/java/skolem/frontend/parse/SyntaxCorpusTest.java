package skolem.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The public syntax cases: what is TLA+ parses, what is not is rejected. Cases that are wrong by
/// their meaning only must parse.
class SyntaxCorpusTest {
  private static final String NO_MODULE =
      "has no module around its text; TLC and its parser reject it too, and a tool that reads"
          + " specifications has nothing to name or to extend in it";

  /// Cases where we differ from the expectation, and why.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "nonstandard/snippet/basic-snippet", NO_MODULE,
          "nonstandard/snippet/snippet-with-multiple-definitions", NO_MODULE,
          "nonstandard/snippet/snippet-with-proof", NO_MODULE,
          "pluscal/assert/pluscal-assert", NO_MODULE,
          "pluscal/structure/pluscal-minimal-fair-labeled-p", NO_MODULE,
          "pluscal/structure/pluscal-minimal-unlabeled-c", NO_MODULE,
          "pluscal/structure/pluscal-minimal-unlabeled-p", NO_MODULE);

  @TestFactory
  Stream<DynamicTest> cases() {
    Path root = Corpora.folder("syntax/visible");
    List<List<String>> rows = Corpora.rows(root.resolve("index.tsv"));
    assertThat(rows).extracting(List::getFirst).containsAll(EXCEPTIONS.keySet());
    return rows.stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.getFirst(),
                () -> agrees(row.getFirst(), root.resolve(row.get(1)), row.get(3))));
  }

  private static void agrees(String id, Path file, String expected) {
    boolean valid = !expected.equals("invalid") && !EXCEPTIONS.containsKey(id);
    List<String> messages = Parsed.file(Corpora.read(file)).messages();
    if (valid) {
      assertThat(messages).isEmpty();
    } else {
      assertThat(messages).hasSize(1);
    }
  }
}
