package skolem.frontend.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.frontend.parse.Corpora;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;

/// The public cases of meaning: what the reference parser accepts resolves, what it rejects is
/// rejected, and with the same kind of fault where the case is about one.
class SemanticCorpusTest {
  /// Our code for each code of the reference parser.
  private static final Map<String, Code> CODES =
      Map.ofEntries(
          Map.entry("E4200", Code.UNKNOWN_NAME),
          Map.entry("E4201", Code.DUPLICATE_NAME),
          Map.entry("E4202", Code.LANGUAGE_NAME),
          Map.entry("E4204", Code.ARITY),
          Map.entry("E4206", Code.ASSUMPTION_LEVEL),
          Map.entry("E4220", Code.MODULE),
          Map.entry("E4221", Code.MODULE_NAME),
          Map.entry("E4222", Code.MODULE),
          Map.entry("E4223", Code.DUPLICATE_MODULE),
          Map.entry("E4224", Code.CLASH),
          Map.entry("E4240", Code.SUBSTITUTION),
          Map.entry("E4241", Code.SUBSTITUTION),
          Map.entry("E4242", Code.SUBSTITUTION),
          Map.entry("E4243", Code.SUBSTITUTION),
          Map.entry("E4244", Code.SUBSTITUTION_LEIBNIZ),
          Map.entry("E4245", Code.SUBSTITUTION_LEVEL),
          Map.entry("E4246", Code.SUBSTITUTION_LEVEL),
          Map.entry("E4247", Code.SUBSTITUTION_LEVEL),
          Map.entry("E4260", Code.FUNCTION_ARITY),
          Map.entry("E4262", Code.DUPLICATE_FIELD),
          Map.entry("E4271", Code.ARGUMENT_KIND),
          Map.entry("E4273", Code.LEVEL),
          Map.entry("E4274", Code.ARGUMENT_KIND),
          Map.entry("E4275", Code.ARGUMENT_KIND),
          Map.entry("E4290", Code.RECURSION_PRIME),
          Map.entry("E4292", Code.ARITY),
          Map.entry("E4293", Code.RECURSION),
          Map.entry("E4294", Code.RECURSION_SECTION),
          Map.entry("E4310", Code.TEMPORAL_FORM),
          Map.entry("E4312", Code.TEMPORAL_FORM),
          Map.entry("E4313", Code.TEMPORAL_FORM),
          Map.entry("E4314", Code.BOUND_LEVEL),
          Map.entry("E4315", Code.BOUND_LEVEL),
          Map.entry("E4330", Code.LABEL_PARAMETERS),
          Map.entry("E4331", Code.LABEL_PARAMETERS),
          Map.entry("E4332", Code.LABEL_PARAMETERS),
          Map.entry("E4333", Code.LABEL_PLACE),
          Map.entry("E4335", Code.LABEL_PLACE),
          Map.entry("E4336", Code.DUPLICATE_LABEL),
          Map.entry("E4350", Code.PROOF_STEP),
          Map.entry("E4351", Code.PROOF_STEP),
          Map.entry("E4352", Code.PROOF_LEVEL),
          Map.entry("E4354", Code.PROOF_LEVEL),
          Map.entry("E4355", Code.SEQUENT),
          Map.entry("E4356", Code.PROOF_LEVEL),
          Map.entry("E4357", Code.FACT),
          Map.entry("W4801", Code.SHADOWED_NAME),
          Map.entry("W4802", Code.FIELD_NAME));

  private static final String TRANSLATION =
      "compares a PlusCal algorithm with its translation, which is not a matter of resolution";

  private static final String SYNTAX = "is not TLA+ by the case itself; our parser says so";

  /// Cases where we differ from the reference parser, and why.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "semantic-warning/W4803_Test", TRANSLATION,
          "semantic-warning/W4804_Test", TRANSLATION,
          "semantic-warning/W4805_Test", TRANSLATION,
          "tla/labels/label-with-subexpression-prefix-gh-tlaplus-tlaplus-885", SYNTAX,
          "tla/let-in/invalid-use-of-local-in-let-in", SYNTAX,
          "tla/quantification/empty-tuple-quantification-gh-tlaplus-tlaplus-888", SYNTAX);

  @TestFactory
  Stream<DynamicTest> verdicts() {
    return cases()
        .map(row ->
            DynamicTest.dynamicTest(
                row.id(),
                () -> assertThat(row.resolve().errors().isEmpty()).isEqualTo(row.accepted())));
  }

  @TestFactory
  Stream<DynamicTest> kinds() {
    return cases()
        .filter(row -> !row.code().isEmpty())
        .map(row ->
            DynamicTest.dynamicTest(
                row.id(),
                () ->
                    assertThat(row.resolve().diagnostics())
                        .extracting(Diagnostic::code)
                        .contains(Objects.requireNonNull(CODES.get(row.code())))));
  }

  private record Case(String id, Path file, boolean accepted, String code) {
    Resolved resolve() {
      return Resolved.file(file, List.of());
    }
  }

  /// All rows that the reference parser can read.
  private static Stream<Case> cases() {
    Path root = Corpora.folder("syntax/visible");
    List<List<String>> rows = Corpora.rows(root.resolve("index.tsv"));
    assertThat(rows).extracting(List::getFirst).containsAll(EXCEPTIONS.keySet());
    return rows.stream()
        .filter(row -> row.get(4).equals("ok") && !EXCEPTIONS.containsKey(row.getFirst()))
        .map(row ->
            new Case(
                row.getFirst(), root.resolve(row.get(1)), row.get(5).equals("ok"), row.get(7)));
  }
}
