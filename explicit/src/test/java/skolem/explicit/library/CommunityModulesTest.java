package skolem.explicit.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The definitions of the community modules and of the proof system's modules give the values that
/// ours give.
class CommunityModulesTest {
  private static final Path LIBRARIES =
      Path.of(System.getProperty("skolem.root", ".."), "../shared/corpora/inductive/lib")
          .toAbsolutePath()
          .normalize();

  @TempDir private static Path folder;

  static List<Sample> samples() {
    return Sample.all().stream().filter(Sample::comparable).toList();
  }

  /// Puts the public modules beside the test's own, where they come before ours.
  @BeforeAll
  static void link() throws IOException {
    assumeTrue(Files.isDirectory(LIBRARIES), "the corpora are not there");
    for (String library : List.of("CommunityModules", "tlapm")) {
      try (Stream<Path> files = Files.list(LIBRARIES.resolve(library))) {
        for (Path file : files.toList()) {
          Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
        }
      }
    }
  }

  @AfterAll
  static void unlink() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void givesTheSameValue(Sample sample) {
    assertThat(sample.evaluated(folder)).isEqualTo(sample.expected(folder));
  }
}
