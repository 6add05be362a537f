package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Severity;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Diagnostics as a SARIF log.
///
/// Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
public final class SarifLog {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifLog() {}

  /// @param version of the program, for the log's tool
  public static String of(List<Diagnostic> diagnostics, String version) {
    return JsonText.object(json -> {
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(json, diagnostics, version);
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeArrayFieldStart("results");
      for (Diagnostic diagnostic : diagnostics) {
        result(json, diagnostic);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    });
  }

  private static void tool(JsonGenerator json, List<Diagnostic> diagnostics, String version)
      throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Skolem");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    Set<Code> codes = new LinkedHashSet<>();
    diagnostics.forEach(diagnostic -> codes.add(diagnostic.code()));
    for (Code code : codes) {
      json.writeStartObject();
      json.writeStringField("id", code.id());
      json.writeStringField("name", code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", diagnostic.code().id());
    json.writeStringField("level", diagnostic.severity() == Severity.ERROR ? "error" : "warning");
    StringBuilder text = new StringBuilder(diagnostic.message());
    for (Diagnostic.Note note : diagnostic.notes()) {
      if (note.span().file() == SourceFile.NONE) {
        text.append("; ").append(note.message());
      }
    }
    message(json, text.toString());
    json.writeArrayFieldStart("locations");
    if (diagnostic.span().file() != SourceFile.NONE) {
      json.writeStartObject();
      location(json, diagnostic.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("relatedLocations");
    for (Diagnostic.Note note : diagnostic.notes()) {
      if (note.span().file() != SourceFile.NONE) {
        json.writeStartObject();
        location(json, note.span());
        message(json, note.message());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void message(JsonGenerator json, String text) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, Span span) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(span.file().path()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", span.line());
    json.writeNumberField("startColumn", span.column());
    json.writeNumberField("endLine", span.file().line(span.end()));
    json.writeNumberField("endColumn", span.file().column(span.end()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /// The path as a relative or absolute URI reference, with what URIs do not allow escaped.
  private static String uri(String path) {
    String slashes = path.replace('\\', '/');
    try {
      return slashes.contains(":") ? slashes : new URI(null, null, slashes, null).toString();
    } catch (URISyntaxException _) {
      return slashes;
    }
  }
}
