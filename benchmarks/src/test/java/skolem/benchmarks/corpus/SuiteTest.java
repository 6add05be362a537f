package skolem.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The suite is read as it is written, and is refused with the line that is wrong.
class SuiteTest {
  private static final String HEADER =
      "name\tcommand\tspec\tcfg\tlength\tparameters\toptions\treference CPU s";

  private static final Path ROOT = Path.of(System.getProperty("skolem.root", ""));

  @Test
  void readsAllColumns() {
    Suite suite =
        Suite.read(
            List.of(
                HEADER, "Locks\tcheck\tL.tla\tL.cfg.in\t8\tB=3,A=2\t--no-deadlock --inv I\t0.5"));

    SuiteRow row = suite.rows().getFirst();
    assertThat(suite.rows()).hasSize(1);
    assertThat(row.name()).isEqualTo("Locks");
    assertThat(row.command()).isEqualTo("check");
    assertThat(row.specification()).isEqualTo("L.tla");
    assertThat(row.template()).isEqualTo("L.cfg.in");
    assertThat(row.bound()).isEqualTo(new Bound.Steps(8));
    assertThat(row.parametersText()).isEqualTo("B=3 A=2");
    assertThat(row.options()).containsExactly("--no-deadlock", "--inv", "I");
    assertThat(row.reference()).hasValue(0.5);
    assertThat(row.title()).isEqualTo("Locks check B=3 A=2 length 8");
  }

  @Test
  void readsADashAsNothing() {
    SuiteRow row =
        Suite.read(List.of(HEADER, "", "Locks\tprove\tL.tla\tL.cfg.in\t-\t-\t-\t-"))
            .rows()
            .getFirst();

    assertThat(row.bound()).isEqualTo(new Bound.None());
    assertThat(row.parameters()).isEmpty();
    assertThat(row.options()).isEmpty();
    assertThat(row.reference()).isEmpty();
  }

  @Test
  void readsATimeAsTheBound() {
    SuiteRow row =
        Suite.read(List.of(HEADER, "Locks\tcheck\tL.tla\tL.cfg.in\t60s\tB=3\t-\t-"))
            .rows()
            .getFirst();

    assertThat(row.bound()).isEqualTo(new Bound.Within(60));
    assertThat(row.bound().options()).containsExactly("--length", "100000", "--time-limit", "60");
    assertThat(row.title()).isEqualTo("Locks check B=3 within 60s");
  }

  @Test
  void refusesOtherColumns() {
    assertThatThrownBy(() -> Suite.read(List.of("name\tspec")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 1:");
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(
            () -> Suite.read(List.of(HEADER, "", "A\tcheck\tA.tla\tA.cfg.in\tmany\t-\t-\t-")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 3:");
    assertThatThrownBy(() -> Suite.read(List.of(HEADER, "A\tcheck")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2: 2 columns instead of 8");
    assertThatThrownBy(() -> Suite.read(List.of(HEADER, "A\tcheck\tA.tla\tA.cfg.in\t1\tN\t-\t-")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2: no parameter: N");
  }

  /// Every file that the suite of the project names is there, every configuration can be filled,
  /// and no two rows have one title.
  @Test
  void theSuiteOfTheProjectFitsItsFiles() throws IOException {
    Suite suite = Suite.read(Files.readAllLines(ROOT.resolve("benchmarks/suite.tsv")));

    Set<String> titles = new HashSet<>();
    for (SuiteRow row : suite.rows()) {
      assertThat(ROOT.resolve(row.specification())).isRegularFile();
      assertThat(row.configuration(Files.readString(ROOT.resolve(row.template()))))
          .doesNotContain("@");
      assertThat(titles.add(row.title())).as(row.title()).isTrue();
    }
  }
}
