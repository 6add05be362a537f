package skolem.frontend.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.pluscal.PlusCalTranslator;
import skolem.frontend.pluscal.Translation;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.ModuleTree;
import skolem.frontend.syntax.Unit;

/// Parses the modules of a file, with the translation of its PlusCal algorithm if it has one.
///
/// A translation that the file holds is used as it stands, with a warning where it is not of the
/// algorithm or was changed by hand; where it says the same as ours, ours is used, whose places are
/// those of the algorithm. An algorithm without a translation is translated, except where the
/// module defines by hand what the translation would.
final class AlgorithmReading {
  private static final Set<String> TRANSLATED = Set.of("Init", "Next", "Spec", "vars");

  private AlgorithmReading() {}

  /// The top-level modules; what is wrong with them or with the algorithm is reported.
  static List<ModuleTree> parse(SourceFile file, Diagnostics diagnostics) {
    if (!PlusCalTranslator.hasAlgorithm(file)) {
      return ModuleParser.parse(file, diagnostics);
    }
    Diagnostics faults = new Diagnostics();
    Translation translation = PlusCalTranslator.translate(file, faults);
    boolean present =
        translation != null
            ? translation.replaced() != Translation.Replaced.NONE
            : PlusCalTranslator.hasTranslation(file);
    if (present) {
      return withPresent(file, translation, faults, diagnostics);
    }
    List<ModuleTree> plain = ModuleParser.parse(file, new Diagnostics());
    if (plain.stream().anyMatch(AlgorithmReading::isTranslatedByHand)) {
      return ModuleParser.parse(file, diagnostics);
    }
    faults.all().forEach(diagnostics::report);
    return ModuleParser.parse(translation == null ? file : translation.file(), diagnostics);
  }

  private static List<ModuleTree> withPresent(
      SourceFile file,
      @Nullable Translation translation,
      Diagnostics faults,
      Diagnostics diagnostics) {
    for (Diagnostic fault : faults.all()) {
      diagnostics.report(
          Diagnostic.warning(
              Code.PLUSCAL, fault.span(), "the algorithm is not translated: " + fault.message()));
    }
    if (translation == null) {
      return ModuleParser.parse(file, diagnostics);
    }
    return switch (translation.replaced()) {
      case STALE -> {
        warn(translation, "the translation in the file is not of this algorithm", diagnostics);
        yield ModuleParser.parse(file, diagnostics);
      }
      case EDITED -> {
        warn(translation, "the translation in the file has been changed by hand", diagnostics);
        yield ModuleParser.parse(file, diagnostics);
      }
      case NONE, EQUIVALENT -> ModuleParser.parse(file, diagnostics);
      case SAME -> ModuleParser.parse(translation.file(), diagnostics);
    };
  }

  private static void warn(Translation translation, String what, Diagnostics diagnostics) {
    diagnostics.report(
        Diagnostic.warning(Code.PLUSCAL, translation.heading(), what + ", and is used as it stands")
            .with(Span.NONE, "translate the algorithm again with `skolem translate`"));
  }

  private static boolean isTranslatedByHand(ModuleTree module) {
    return module.units().stream()
        .anyMatch(unit ->
            unit instanceof Unit.OperatorDefinition definition
                && TRANSLATED.contains(definition.name().name()));
  }
}
