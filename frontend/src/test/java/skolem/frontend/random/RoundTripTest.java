package skolem.frontend.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skolem.frontend.model.FrontEnd;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.parse.TreeShape;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Severity;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.ModulePrinter;
import skolem.frontend.syntax.ModuleTree;

/// A random module, written in a random layout, parses to the tree that it was made from, resolves,
/// and does so again from the normal form.
///
/// The system properties `skolem.roundtrip.cases` (300) and `skolem.roundtrip.seed` (1) say how
/// many modules, and from which seed on; a nightly run takes 10000.
class RoundTripTest {
  private static final int CASES = Integer.getInteger("skolem.roundtrip.cases", 300);
  private static final long SEED = Long.getLong("skolem.roundtrip.seed", 1);

  @Test
  void modulesSurviveTextAndNormalForm() throws ReflectiveOperationException {
    List<String> faults = new ArrayList<>();
    long characters = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      ModuleTree module = ModuleGenerator.module(seed);
      String text = UnitLayout.text(module, seed);
      characters += text.length();
      String fault = fault(module, text);
      if (fault != null) {
        faults.add("seed " + seed + ": " + fault + "\n" + text);
      }
    }
    System.out.printf(
        "%d random modules from seed %d, %d characters: %d faults%n",
        CASES, SEED, characters, faults.size());
    assertThat(faults.stream().limit(3)).isEmpty();
  }

  private static @org.jspecify.annotations.Nullable String fault(ModuleTree module, String text)
      throws ReflectiveOperationException {
    List<Diagnostic> found =
        FrontEnd.run(java.nio.file.Path.of("Random.tla"), text, null).diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .toList();
    if (!found.isEmpty()) {
      return found.getFirst().span() + " " + found.getFirst().message();
    }
    String shape = TreeShape.of(module);
    if (!parsed(text).equals(shape)) {
      return "another tree: " + parsed(text) + "\nthan\n" + shape;
    }
    String normal = ModulePrinter.print(module);
    return parsed(normal).equals(shape) ? null : "another tree from the normal form\n" + normal;
  }

  private static String parsed(String text) throws ReflectiveOperationException {
    Diagnostics diagnostics = new Diagnostics();
    List<ModuleTree> modules = ModuleParser.parse(new SourceFile("Random.tla", text), diagnostics);
    return diagnostics.all().isEmpty()
        ? TreeShape.of(modules.getFirst())
        : diagnostics.all().getFirst().span() + " " + diagnostics.all().getFirst().message();
  }
}
