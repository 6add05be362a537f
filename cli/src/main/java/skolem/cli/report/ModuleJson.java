package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skolem.frontend.resolve.ModuleScope;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// A resolved specification for programs: its modules, what each of them defines, and what is to be
/// said about them.
public final class ModuleJson {
  private ModuleJson() {}

  /// @param module null where nothing could be read as a module
  public static String of(
      Path specification, @Nullable ResolvedModule module, List<Diagnostic> diagnostics) {
    return JsonText.object(json -> {
      json.writeStringField("command", "parse");
      json.writeStringField("specification", specification.toString());
      json.writeArrayFieldStart("modules");
      if (module != null) {
        for (ModuleScope scope : module.modules().values()) {
          module(json, scope);
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : diagnostics) {
        diagnostic(json, diagnostic);
      }
      json.writeEndArray();
    });
  }

  private static void module(JsonGenerator json, ModuleScope scope) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", scope.name());
    json.writeStringField("file", scope.tree().span().file().path());
    json.writeBooleanField("library", scope.ours());
    json.writeArrayFieldStart("extends");
    for (Identifier name : scope.tree().extended()) {
      json.writeString(name.name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("symbols");
    for (Symbol symbol : scope.symbols().values()) {
      if (isIn(symbol.span(), scope.tree().span())) {
        symbol(json, symbol);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static boolean isIn(Span inner, Span outer) {
    return inner.file() == outer.file()
        && inner.start() >= outer.start()
        && inner.end() <= outer.end();
  }

  private static void symbol(JsonGenerator json, Symbol symbol) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", symbol.name());
    json.writeStringField("kind", kind(symbol));
    json.writeNumberField("arity", symbol.arity());
    if (symbol instanceof Symbol.Operator operator) {
      json.writeStringField("level", operator.level().level().name().toLowerCase(Locale.ROOT));
      json.writeBooleanField("local", operator.local());
      json.writeBooleanField("recursive", operator.recursive());
    }
    place(json, "place", symbol.span());
    json.writeEndObject();
  }

  private static String kind(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Constant _ -> "constant";
      case Symbol.Variable _ -> "variable";
      case Symbol.Native _ -> "native";
      case Symbol.Operator operator ->
          operator.functionBounds().isEmpty()
              ? operator.kind().name().toLowerCase(Locale.ROOT)
              : "function";
      case Symbol.Instance _ -> "instance";
      case Symbol.Imported _ -> "imported";
    };
  }

  private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code().id());
    json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", diagnostic.message());
    place(json, "place", diagnostic.span());
    json.writeArrayFieldStart("notes");
    for (Diagnostic.Note note : diagnostic.notes()) {
      json.writeStartObject();
      json.writeStringField("message", note.message());
      place(json, "place", note.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// The place as a member, or no member where there is none.
  private static void place(JsonGenerator json, String name, Span span) throws IOException {
    if (span.file() == SourceFile.NONE) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("file", span.file().path());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("endLine", span.file().line(span.end()));
    json.writeNumberField("endColumn", span.file().column(span.end()));
    json.writeEndObject();
  }
}
