package skolem.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import skolem.cli.report.DiagnosticText;
import skolem.cli.report.ModuleJson;
import skolem.cli.report.SarifLog;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.syntax.ModulePrinter;

/// `skolem parse`.
@Command(
    name = "parse",
    description = "Parse and resolve a specification; print it in normal form, or what is wrong.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  skolem parse TwoPhase.tla --output sarif"})
final class ParseCommand implements Callable<Integer> {
  /// How the result is printed.
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SPEC", description = "The specification, a .tla file.")
  private Path specification = Path.of("");

  @Mixin private PathOption path = new PathOption();

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format output = Format.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Diagnostics diagnostics = new Diagnostics();
    ResolvedModule module = ModelLoader.resolve(specification, path.folders(), diagnostics);
    switch (output) {
      case TEXT -> text(module, diagnostics, out, err);
      case JSON -> out.println(ModuleJson.of(specification, module, diagnostics.all()));
      case SARIF -> out.println(SarifLog.of(diagnostics.all(), VersionCommand.VERSION));
    }
    out.flush();
    err.flush();
    ExitStatus status = diagnostics.hasErrors() ? ExitStatus.of(diagnostics.all()) : ExitStatus.OK;
    return status.number();
  }

  private static void text(
      @Nullable ResolvedModule module, Diagnostics diagnostics, PrintWriter out, PrintWriter err) {
    err.print(DiagnosticText.of(diagnostics.all()));
    if (module != null && !diagnostics.hasErrors()) {
      out.print(ModulePrinter.print(module.root().tree()));
    }
  }
}
