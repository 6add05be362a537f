package skolem.cli;

import java.nio.file.Path;

/// Where the files are that tests read.
final class Places {
  static final Path ROOT = Path.of(System.getProperty("skolem.root", ".")).toAbsolutePath();
  static final Path EXAMPLES = ROOT.resolve("examples");
  static final Path BUGS = EXAMPLES.resolve("bugs");
  static final Path CORPUS = ROOT.resolve("../shared/corpora/visible").normalize();

  private Places() {}
}
