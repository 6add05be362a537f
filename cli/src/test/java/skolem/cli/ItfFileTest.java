package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skolem.cli.command.CommandRun;

/// The trace file of `--trace-out` has the shape of the Informal Trace Format (Apalache ADR-015).
class ItfFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void hasTheShapeOfItf(SeededBug bug) throws IOException {
    CommandRun.of(bug.arguments("check", "--trace-out", folder.toString()));
    Object trace = Json.parse(Files.readString(folder.resolve(bug.module() + ".itf.json")));

    assertThat(Json.object(trace)).containsOnlyKeys("#meta", "vars", "states");
    assertThat(Json.field(Json.field(trace, "#meta"), "format")).isEqualTo("ITF");
    assertThat(Json.field(Json.field(trace, "#meta"), "property")).isEqualTo(bug.property());

    List<Object> variables = Json.array(Json.field(trace, "vars"));
    assertThat(variables).isNotEmpty();
    List<Object> states = Json.array(Json.field(trace, "states"));
    assertThat(states).hasSize(bug.depth() + 1);
    for (int i = 0; i < states.size(); i++) {
      Map<String, Object> state = Json.object(states.get(i));
      assertThat(state).hasSize(variables.size() + 1).containsKey("#meta");
      for (Object variable : variables) {
        requireExpression(Json.field(state, (String) variable));
      }
      requireMeta(Json.field(state, "#meta"), i);
    }
    String lastAction = (String) Json.field(Json.field(states.getLast(), "#meta"), "action");
    assertThat(bug.lastStep().pattern()).startsWith(lastAction);
  }

  private static void requireMeta(Object meta, int index) {
    assertThat(Json.field(meta, "index")).isEqualTo(BigDecimal.valueOf(index));
    if (index == 0) {
      assertThat(Json.object(meta)).containsOnlyKeys("index");
    } else {
      assertThat(Json.object(meta)).containsOnlyKeys("index", "action", "parameters");
      Json.object(Json.field(meta, "parameters")).values().forEach(ItfFileTest::requireExpression);
    }
  }

  /// `expr` of the ADR; no bare number, and no field of a record that begins with `#`.
  private static void requireExpression(Object value) {
    switch (value) {
      case Boolean _, String _ -> {}
      case List<?> elements -> elements.forEach(ItfFileTest::requireExpression);
      case Map<?, ?> map when map.containsKey("#bigint") -> {
        assertThat(map).hasSize(1);
        assertThat((String) map.get("#bigint")).matches("-?[0-9]+");
      }
      case Map<?, ?> map when map.containsKey("#set") || map.containsKey("#tup") -> {
        assertThat(map).hasSize(1);
        requireExpression(map.values().iterator().next());
      }
      case Map<?, ?> map when map.containsKey("#map") -> {
        assertThat(map).hasSize(1);
        for (Object pair : Json.array(Json.field(map, "#map"))) {
          assertThat(Json.array(pair)).hasSize(2);
          requireExpression(pair);
        }
      }
      case Map<?, ?> map -> {
        assertThat(map.keySet()).noneMatch(name -> ((String) name).startsWith("#"));
        map.values().forEach(ItfFileTest::requireExpression);
      }
      default -> throw new AssertionError("not an ITF expression: " + value);
    }
  }
}
