package skolem.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// A template and its parameters make a configuration, or do not fit together.
class ConfigurationTemplateTest {
  @Test
  void fillsNumbersAndSetsOfModelValues() {
    assertThat(
            ConfigurationTemplate.fill("CONSTANTS RM = @{RM} N = @N\n", Map.of("RM", 3, "N", 12)))
        .isEqualTo("CONSTANTS RM = {rm1, rm2, rm3} N = 12\n");
  }

  @Test
  void fillsSetsWithNamesOfTheirOwn() {
    assertThat(ConfigurationTemplate.fill("@{a:N} @{b:N} @{0..N}", Map.of("N", 2)))
        .isEqualTo("{a1, a2} {b1, b2} {0, 1, 2}");
  }

  /// More than half of 3 are 2, of 4 are 3; there are 3 and 4 such subsets.
  @Test
  void fillsMajorities() {
    assertThat(ConfigurationTemplate.fill("@{majorities:a:N}", Map.of("N", 3)))
        .isEqualTo("{{a1, a2}, {a1, a3}, {a2, a3}}");
    assertThat(ConfigurationTemplate.fill("@{majorities:a:N}", Map.of("N", 4)))
        .isEqualTo("{{a1, a2, a3}, {a1, a2, a4}, {a1, a3, a4}, {a2, a3, a4}}");
  }

  @Test
  void refusesAPlaceWithoutAParameter() {
    assertThatThrownBy(() -> ConfigurationTemplate.fill("N = @N", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the parameter N has no value");
  }

  @Test
  void refusesAParameterWithoutAPlace() {
    assertThatThrownBy(() -> ConfigurationTemplate.fill("N = 3", Map.of("N", 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the configuration has no place for N");
  }
}
