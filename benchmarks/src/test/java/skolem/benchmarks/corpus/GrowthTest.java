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

/// The table of growing proofs is read as it is written, and is refused with the line that is
/// wrong.
class GrowthTest {
  private static final String HEADER = "name\tspecification\toptions\tgrows\tsizes";
  private static final Path ROOT = Path.of(System.getProperty("skolem.root", "")).toAbsolutePath();

  private static Growth row(String line) {
    return Growth.read(List.of(HEADER, line)).getFirst();
  }

  @Test
  void sizesGrowBySumsAndFactors() {
    Growth.Sizes sums = new Growth.Sizes(3, 2, false);
    assertThat(row("A\tA.tla\t--const N=@N\tnodes\t3 +2").sizes()).isEqualTo(sums);
    assertThat(sums.after(sums.after(3))).isEqualTo(7);
    Growth.Sizes factors = new Growth.Sizes(25, 10, true);
    assertThat(row("A\tA.tla\t--const N=@N\tnodes\t25 *10").sizes()).isEqualTo(factors);
    assertThat(factors.after(factors.after(25))).isEqualTo(2500);
  }

  @Test
  void sizesAreFilledIntoTheOptions() {
    assertThat(row("A\tA.tla\t--inv I --const P=@{p:N} --max-seq @N\tnodes\t2 *2").arguments(4))
        .containsExactly(
            "prove", "A.tla", "--inv", "I", "--const", "P={p1, p2, p3, p4}", "--max-seq", "4");
  }

  @Test
  void nothingIsFilledWhereNothingGrows() {
    Growth fixed = row("A\tA.tla\t--inv I\t-\t-");
    assertThat(fixed.sizes()).isNull();
    assertThat(fixed.grows()).isEmpty();
    assertThat(fixed.arguments(0)).containsExactly("prove", "A.tla", "--inv", "I");
  }

  @Test
  void refusesALineWithItsNumber() {
    assertThatThrownBy(() -> Growth.read(List.of("name"))).hasMessageStartingWith("line 1: ");
    assertThatThrownBy(() -> row("A\tB")).hasMessage("line 2: not 5 columns");
    for (String sizes : List.of("3", "3 +0", "3 *1", "3 -1", "x +1", "3 +1x")) {
      assertThatThrownBy(() -> row("A\tA.tla\t@N\tnodes\t" + sizes))
          .hasMessage("line 2: no sizes: " + sizes);
    }
    assertThatThrownBy(() -> row("A\tA.tla\t--inv I\tnodes\t3 +1"))
        .hasMessage("line 2: the configuration has no place for N");
  }

  /// Every specification of the project that the table names is there, and no name stands twice.
  @Test
  void theTableOfTheProjectFitsItsFiles() throws IOException {
    Set<String> names = new HashSet<>();
    for (Growth growth : Growth.read(Files.readAllLines(ROOT.resolve("benchmarks/growth.tsv")))) {
      assertThat(names.add(growth.name())).as(growth.name()).isTrue();
      if (!growth.specification().startsWith("../")) {
        assertThat(ROOT.resolve(growth.specification())).isRegularFile();
      }
    }
    assertThat(names).hasSizeGreaterThan(30);
  }
}
