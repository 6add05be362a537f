package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// `--output json` prints what `docs/result.schema.json` says.
class JsonOutputTest {
  @TempDir Path folder;

  private static JsonSchema schema() throws IOException {
    return new JsonSchema(
        Json.parse(Files.readString(Places.ROOT.resolve("docs/result.schema.json"))));
  }

  private static Object result(CommandRun run) throws IOException {
    Object result = Json.parse(run.out());
    assertThat(schema().faults(result)).isEmpty();
    return result;
  }

  private static Map<String, Object> property(Object result, String name) {
    return Json.array(Json.field(result, "properties")).stream()
        .map(Json::object)
        .filter(property -> name.equals(property.get("name")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void ofCheckConforms(SeededBug bug) throws IOException {
    CommandRun run = CommandRun.of(bug.arguments("check", "--output", "json"));
    Object result = result(run);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(bug.status());
    assertThat(Json.field(result, "safeDepth")).isEqualTo(BigDecimal.valueOf(bug.depth() - 1));
    Map<String, Object> violated = property(result, bug.property());
    assertThat(violated)
        .containsEntry("outcome", "violated")
        .containsEntry("steps", BigDecimal.valueOf(bug.depth()));
    List<Object> trace = Json.array(Json.field(violated, "trace"));
    assertThat(trace).hasSize(bug.depth() + 1);
    assertThat(Json.object(trace.getFirst())).containsOnlyKeys("state");
    assertThat(Json.object(trace.getLast())).containsOnlyKeys("action", "state");
  }

  @ParameterizedTest
  @EnumSource
  void ofExploreConforms(SeededBug bug) throws IOException {
    CommandRun run = CommandRun.of(bug.arguments("explore", "--output", "json"));
    Object result = result(run);
    assertThat(run.status()).isEqualTo(bug.status());
    assertThat(Json.field(Json.field(result, "states"), "exhausted")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void ofEveryOutcomeConforms(String command) throws IOException {
    String specification =
        new SpecificationFolder(folder)
            .write(
                """
                Next == x' = 1 - x
                Small == x < 2
                Step == [][x' # x]_x
                Live == <>(x = 5)
                """,
                "INVARIANT Small\nPROPERTIES Step Live");
    Object result = result(CommandRun.of(command, specification, "--output", "json"));
    assertThat(property(result, "Small"))
        .containsEntry("kind", "invariant")
        .containsEntry("outcome", command.equals("check") ? "holds-up-to" : "holds");
    assertThat(property(result, "Step")).containsEntry("kind", "temporal");
    assertThat(property(result, "Live")).containsEntry("outcome", "not-checked");
  }

  @Test
  void ofFaultsConforms() throws IOException {
    SpecificationFolder specifications = new SpecificationFolder(folder);
    String step =
        specifications.write("Next == x' = (x + 1) % 3\nUp == [][x' > x]_x", "PROPERTY Up");
    Object forbidden = result(CommandRun.of("check", step, "--output", "json"));
    assertThat(Json.object(Json.field(property(forbidden, "Up"), "fault")))
        .containsEntry("kind", "step")
        .containsEntry("conjunct", "[x' > x]_x");

    String undefined = specifications.write("Next == x' = <<1, 2>>[x + 1]", "");
    CommandRun run = CommandRun.of("check", undefined, "--output", "json");
    assertThat(run.out()).contains("\"evaluation-error\"", "\"E401\"");
    result(run);
  }

  @Test
  void ofSeveralViolationsAndVacuityConforms() throws IOException {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Naturals, Sequences
                CONSTANT N
                VARIABLE x
                Init == x = 0
                Up == x < N /\\ x' = x + 1
                Never == x > 99 /\\ x' = 0
                Next == Up \\/ Never
                Inv == x < 2 /\\ (x = 70 => x > 0) /\\ x < 4
                Short(s) == Len(s) < 4
                ====
                """,
                "INIT Init\nNEXT Next\nINVARIANT Inv\n");
    CommandRun run =
        CommandRun.of(
            "check",
            specification,
            "--const",
            "N \\in 4..5",
            "--all-violations",
            "--trace-inv",
            "Short",
            "--length",
            "6",
            "--output",
            "json");
    Object result = result(run);
    Map<String, Object> invariant = property(result, "Inv");
    assertThat(invariant).containsEntry("steps", BigDecimal.valueOf(2)).containsKey("constants");
    List<Object> further = Json.array(Json.field(invariant, "further"));
    assertThat(Json.object(further.getFirst())).containsEntry("steps", BigDecimal.valueOf(4));
    assertThat(Json.object(Json.field(property(result, "Short"), "fault")))
        .containsEntry("kind", "trace");
    assertThat(Json.array(Json.field(result, "vacuity")).stream().map(v -> Json.field(v, "kind")))
        .containsExactly("action-never-taken", "antecedent-never-true");
  }

  /// In 0..3, the step from 3 leads out, and 3 is reached from 0. In {1, 2, 4}, the step from 2
  /// leads out, and nothing is reached from 4. In 0..4 all steps stay; in 4..4 there are none.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          x = 0; 0..3; not-inductive; 20
          x = 4; {1, 2, 4}; not-inductive; 20
          x = 0; 0..4; proved; 0
          x = 4; 4..4; vacuous; 40
          """)
  void ofProveConforms(String init, String invariant, String verdict, int status)
      throws IOException {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers
                VARIABLE x
                Init == %s
                Next == x < 4 /\\ x' = x + 1
                Inv == x \\in %s
                Small == x < 9
                ====
                """
                    .formatted(init, invariant),
                "INIT Init\nNEXT Next\n");
    CommandRun run =
        CommandRun.of(
            "prove", specification, "--inv", "Inv", "--implies", "Small", "--output", "json");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
    assertThat(Json.field(result(run), "verdict")).isEqualTo(verdict);
  }

  @Test
  void schemaRejectsWhatItDoesNotDescribe() throws IOException {
    String specification =
        new SpecificationFolder(folder)
            .write("Next == x' = 1 - x\nSmall == x < 2", "INVARIANT Small\n");
    String out = CommandRun.of("check", specification, "--output", "json").out();
    assertThat(schema().faults(Json.parse(out.replace("\"length\"", "\"bound\"")))).isNotEmpty();
    assertThat(schema().faults(Json.parse(out.replace("\"holds-up-to\"", "\"safe\""))))
        .isNotEmpty();
  }

  /// x counts down from 5: `x < 9` is needed by nothing.
  @Test
  void ofASubsetConforms() throws IOException {
    String specification =
        new SpecificationFolder(folder)
            .writeModule(
                """
                ---- MODULE Spec ----
                EXTENDS Integers
                VARIABLE x
                Start == x = 5
                Next == x' = IF x > 0 THEN x - 1 ELSE 0
                Ind == x \\in 0..20 /\\ x < 9 /\\ x < 6
                Safe == x < 7
                ====
                """,
                "INIT Start\nNEXT Next\n");
    CommandRun run =
        CommandRun.of(
            "prove",
            specification,
            "--inv",
            "Ind",
            "--implies",
            "Safe",
            "--minimize",
            "--output",
            "json");
    assertThat(run.status()).isZero();
    Object result = result(run);
    assertThat(Json.array(Json.field(result, "subset"))).containsExactly("Ind!1", "Ind!3");
    assertThat(Json.array(Json.field(result, "leftOut"))).containsExactly("Ind!2");
    assertThat(Json.field(result, "implied")).isEqualTo(true);
  }
}
