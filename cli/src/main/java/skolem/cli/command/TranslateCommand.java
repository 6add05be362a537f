package skolem.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    byte[] bytes = read();
    Charset charset = charset(bytes);
    SourceFile file = new SourceFile(specification.toString(), new String(bytes, charset));
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
      boolean changed = !translation.text().equals(file.text());
      if (changed) {
        write(translation.text().getBytes(charset));
      }
      boolean first = translation.replaced() == Translation.Replaced.NONE;
      String done = first ? "translated: " : "translated again: ";
      out.println((changed ? done : "the translation is up to date: ") + specification);
    }
    out.flush();
    return ExitStatus.OK.number();
  }

  /// UTF-8, and for other files one in which each byte is a character, so that all bytes are kept.
  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException _) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private byte[] read() {
    try {
      return Files.readAllBytes(specification);
    } catch (IOException e) {
      String why =
          Files.exists(specification) ? "cannot be read: " + e.getMessage() : "does not exist";
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, "the specification file " + specification + " " + why);
    }
  }

  private void write(byte[] bytes) {
    try {
      Files.write(specification, bytes);
    } catch (IOException e) {
      throw RejectedException.of(
          Code.SYSTEM, Span.NONE, specification + " cannot be written: " + e.getMessage());
    }
  }
}
