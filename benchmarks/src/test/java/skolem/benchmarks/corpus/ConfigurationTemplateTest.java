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
