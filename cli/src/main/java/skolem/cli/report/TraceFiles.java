package skolem.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Verdict;

/// Writes the counterexamples of a verdict into a folder.
public final class TraceFiles {
  private TraceFiles() {}

  /// @return the files written: TLA+ and ITF for each violated property
  /// @throws RejectedException where the folder cannot be written
  public static List<Path> write(Path folder, Model model, Verdict verdict) {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Verdict.Answer answer : verdict.answers()) {
        if (answer.outcome() instanceof Outcome.Violated(var trace, var fault)) {
          Path tla = folder.resolve(model.name() + "_trace.tla");
          Files.writeString(tla, TraceModule.of(model.name(), trace));
          written.add(tla);
          Path itf = folder.resolve(model.name() + ".itf.json");
          Files.writeString(itf, ItfWriter.write(model.name(), trace, answer.property(), fault));
          written.add(itf);
        }
      }
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "traces cannot be written to " + folder + ": " + e.getMessage());
    }
    return written;
  }
}
