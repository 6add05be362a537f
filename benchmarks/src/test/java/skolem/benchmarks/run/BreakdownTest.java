package skolem.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Numbers are found by their paths, whatever lies around them.
class BreakdownTest {
  @Test
  void readsNumbersByTheirPaths() throws IOException {
    Breakdown breakdown =
        Breakdown.read(
            """
            {"command": "check", "length": 8,
             "properties": [{"steps": 3, "trace": [{"state": {"solving": 99}}]}],
             "seconds": {"solving": 0.25}, "solver": {"engine": "cadical", "clauses": 1200},
             "vacuous": false, "cpuSeconds": 1.5}
            """);

    assertThat(breakdown.get("length")).hasValue(8);
    assertThat(breakdown.get("seconds.solving")).hasValue(0.25);
    assertThat(breakdown.get("solver.clauses")).hasValue(1200);
    assertThat(breakdown.get("cpuSeconds")).hasValue(1.5);
    assertThat(breakdown.get("properties.steps")).isEmpty();
    assertThat(breakdown.get("solver.engine")).isEmpty();
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThatThrownBy(() -> Breakdown.read("[1]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Breakdown.read("{\"a\": ")).isInstanceOf(IOException.class);
  }
}
