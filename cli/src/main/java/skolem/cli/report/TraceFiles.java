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

  /// @return the files written: TLA+, ITF and HTML for each counterexample
  /// @throws RejectedException where the folder cannot be written
  public static List<Path> write(Path folder, Model model, Verdict verdict) {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      int number = 0;
      for (Verdict.Answer answer : verdict.answers()) {
        for (Outcome.Violated violated : answer.violations()) {
          number++;
          String suffix = number == 1 ? "" : Integer.toString(number);
          written.addAll(write(folder, model.name(), suffix, answer.property(), violated));
        }
      }
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "traces cannot be written to " + folder + ": " + e.getMessage());
    }
    return written;
  }

  /// @param suffix of the names, which differ
  private static List<Path> write(
      Path folder, String name, String suffix, String property, Outcome.Violated violated)
      throws IOException {
    Path tla = folder.resolve(name + "_trace" + suffix + ".tla");
    Files.writeString(tla, TraceModule.of(name + "_trace" + suffix, violated.trace()));
    Path itf = folder.resolve(name + suffix + ".itf.json");
    Files.writeString(itf, ItfWriter.write(name, violated, property));
    Path html = folder.resolve(name + "_trace" + suffix + ".html");
    String what =
        VerdictText.steps(violated.trace().length()) + ": " + VerdictText.what(violated.fault());
    Files.writeString(html, HtmlTrace.of(name, violated.trace(), what));
    return List.of(tla, itf, html);
  }
}
