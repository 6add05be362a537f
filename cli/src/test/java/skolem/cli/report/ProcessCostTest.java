package skolem.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The kernel's words on memory are read rightly.
class ProcessCostTest {
  @Test
  void readsTheHighWaterMark() {
    assertThat(ProcessCost.peak(List.of("VmPeak:\t 9999999 kB", "VmHWM:\t  204800 kB")))
        .hasValue(200);
  }

  @Test
  void knowsNothingWhereTheKernelDoesNotTell() {
    assertThat(ProcessCost.peak(List.of("Name:\tjava"))).isEmpty();
  }
}
