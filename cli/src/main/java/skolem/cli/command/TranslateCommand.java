package skolem.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.frontend.pluscal.PlusCalTranslator;
import skolem.frontend.pluscal.Translation;
import skolem.frontend.resolve.SearchPath;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// `skolem translate`.
@Command(
    name = "translate",
    description = "Translate a PlusCal algorithm, and write the translation into its file.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  skolem translate Bakery.tla"})
final class TranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SPEC", description = "The specification, a .tla file.")
  private Path specification = Path.of("");

  @Option(names = "--stdout", description = "Print the file with its translation; write nothing.")
  private boolean toOutput;

  @Override
  public Integer call() {
    SourceFile file = read();
    Diagnostics diagnostics = new Diagnostics();
    Translation translation = PlusCalTranslator.translate(file, diagnostics);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (diagnostics.hasErrors()) {
      throw new RejectedException(diagnostics.all());
    }
    err.print(DiagnosticText.of(diagnostics.all()));
    err.flush();
    if (translation == null) {
      throw RejectedException.of(
          Code.PLUSCAL,
          new Span(file, 0, 0),
          "there is no algorithm in this file: `--algorithm Name` in a comment begins one");
    }
    if (toOutput) {
      out.print(translation.text());
    } else {
      write(translation.text());
      out.println((translation.stale() ? "translated again: " : "translated: ") + specification);
    }
    out.flush();
    return ExitStatus.OK.number();
  }

  private SourceFile read() {
    try {
      return SearchPath.read(specification);
    } catch (IOException e) {
      String why =
          Files.exists(specification) ? "cannot be read: " + e.getMessage() : "does not exist";
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "the specification file " + specification + " " + why);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(specification, text);
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, specification + " cannot be written: " + e.getMessage());
    }
  }
}
