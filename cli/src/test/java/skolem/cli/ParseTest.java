package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// `skolem parse`: the normal form, and what programs get.
class ParseTest {
  private static final String FAULTY =
      "---- MODULE Spec ----\nVARIABLE clock\nNext == clok' = 1\nLast == )\n====\n";

  @TempDir Path folder;

  private SpecificationFolder specifications;

  @BeforeEach
  void setUp() {
    specifications = new SpecificationFolder(folder);
  }

  @Test
  void normalFormIsItsOwn() {
    String specification =
        specifications.write("Next == \\/ x'=x+1 \\* more\n        \\/ x' = 0", "");
    CommandRun first = CommandRun.of("parse", specification);
    assertThat(first.status()).isEqualTo(0);
    assertThat(first.out()).contains("Next ==\n  \\/ x' = x + 1\n  \\/ x' = 0\n");
    CommandRun second = CommandRun.of("parse", specifications.writeModule(first.out(), ""));
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void allFaultsAreTold() {
    CommandRun run = CommandRun.of("parse", specifications.writeModule(FAULTY, ""));
    assertThat(run.status()).isEqualTo(150);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            error[E200]: name `clok` is not defined
              --> Spec.tla:3:9
              |
            3 | Next == clok' = 1
              |         ^^^^
              = did you mean `clock`?
            error[E100]: expected an expression or `INSTANCE`, found `)`
              --> Spec.tla:4:9
              |
            4 | Last == )
              |         ^
            """);
  }

  @Test
  void json() {
    String specification = specifications.writeModule(FAULTY, "");
    CommandRun run = CommandRun.of("parse", specification, "--output", "json");
    assertThat(run.status()).isEqualTo(150);
    Map<String, Object> root = Json.object(Json.parse(run.out()));
    assertThat(root.get("specification")).isEqualTo(specification);
    Map<String, Object> module = Json.object(Json.array(value(root, "modules")).getFirst());
    assertThat(module).containsEntry("name", "Spec").containsEntry("library", false);
    Map<String, Object> variable = Json.object(Json.array(value(module, "symbols")).getFirst());
    assertThat(variable).containsEntry("name", "clock").containsEntry("kind", "variable");
    assertThat(Json.array(value(root, "diagnostics")))
        .extracting(diagnostic -> value(Json.object(diagnostic), "code"))
        .containsExactly("E200", "E100");
  }

  @Test
  void sarif() {
    CommandRun run =
        CommandRun.of("parse", specifications.writeModule(FAULTY, ""), "--output", "sarif");
    assertThat(run.status()).isEqualTo(150);
    Map<String, Object> root = Json.object(Json.parse(run.out()));
    assertThat(root).containsEntry("version", "2.1.0");
    Map<String, Object> log = Json.object(Json.array(value(root, "runs")).getFirst());
    Map<String, Object> result = Json.object(Json.array(value(log, "results")).getFirst());
    assertThat(result).containsEntry("ruleId", "E200").containsEntry("level", "error");
    assertThat(value(result, "locations").toString())
        .contains("Spec.tla", "startLine=3", "startColumn=9", "endColumn=13");
  }

  private static Object value(Map<String, Object> object, String field) {
    return Objects.requireNonNull(object.get(field));
  }
}
