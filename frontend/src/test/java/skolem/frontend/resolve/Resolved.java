package skolem.frontend.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.ModuleParser;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Severity;
import skolem.frontend.source.SourceFile;

/// A specification with what resolution makes of it.
record Resolved(@Nullable ResolvedModule module, List<Diagnostic> diagnostics) {

  /// @param folders where modules are looked for, after the file's own folder
  static Resolved file(Path file, List<Path> folders) {
    try {
      return of(SearchPath.read(file), new SearchPath(file.resolve("..").normalize(), folders));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines as the body of module Test, its first in line 2.
  static Resolved body(String lines) {
    String text = "---- MODULE Test ----\n" + lines + "\n====\n";
    return of(new SourceFile("Test.tla", text), new SearchPath(Path.of(""), List.of()));
  }

  private static Resolved of(SourceFile file, SearchPath path) {
    Diagnostics diagnostics = new Diagnostics();
    ResolvedModule module = new ModuleLoader(ModuleParser::parse, path, diagnostics).load(file);
    return new Resolved(module, diagnostics.all());
  }

  List<Diagnostic> errors() {
    return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }

  List<Code> codes() {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  /// `line:column code message`, with `= note` after it, in order.
  List<String> messages() {
    return diagnostics.stream().map(Resolved::message).toList();
  }

  private static String message(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append(diagnostic.span().line())
        .append(':')
        .append(diagnostic.span().column())
        .append(' ')
        .append(diagnostic.code().id())
        .append(' ')
        .append(diagnostic.message());
    for (Diagnostic.Note note : diagnostic.notes()) {
      text.append(" = ").append(note.message());
      if (note.span().file() != SourceFile.NONE) {
        text.append(" @").append(note.span().line()).append(':').append(note.span().column());
      }
    }
    return text.toString();
  }
}
