package skolem.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import skolem.explicit.search.GraphSink;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;

/// Writes a state graph while it is being found.
///
/// As DOT, or as a JSON object `{"specification", "graph"}`, where `graph` is an array of states
/// `{"state", "initial", "values"}` and steps `{"from", "to", "action", "parameters"}`; values are
/// written as in ITF.
public abstract sealed class GraphFile implements GraphSink, AutoCloseable {
  private final Path file;

  /// How a graph is written.
  public enum Format {
    DOT,
    JSON
  }

  private GraphFile(Path file) {
    this.file = file;
  }

  /// @throws RejectedException here and in every method, where the file cannot be written
  public static GraphFile open(Format format, Path file, String specification) {
    try {
      Writer writer = Files.newBufferedWriter(file);
      return switch (format) {
        case DOT -> new Dot(file, new PrintWriter(writer), specification);
        case JSON -> new Json(file, new JsonFactory().createGenerator(writer), specification);
      };
    } catch (IOException e) {
      throw unwritable(file, e.toString());
    }
  }

  @Override
  public abstract void close();

  private static RejectedException unwritable(Path file, String reason) {
    return RejectedException.of(
        Code.SYSTEM, Span.NONE, "the graph cannot be written to " + file + ": " + reason);
  }

  private static final class Dot extends GraphFile {
    private final PrintWriter out;

    Dot(Path file, PrintWriter out, String specification) {
      super(file);
      this.out = out;
      out.println("digraph " + quoted(specification) + " {");
      out.println("  node [shape=box];");
    }

    @Override
    public void state(int index, boolean initial, State state) {
      String style = initial ? ", style=filled" : "";
      out.println("  " + index + " [label=" + quoted(state + "\n") + style + "];");
    }

    @Override
    public void step(int from, int to, ActionLabel action) {
      out.println("  " + from + " -> " + to + " [label=" + quoted(action.toString()) + "];");
    }

    /// Line ends become `\l`, which aligns lines to the left.
    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\l") + '"';
    }

    @Override
    public void close() {
      out.println("}");
      out.close();
      if (out.checkError()) {
        throw unwritable(super.file, "the disk may be full");
      }
    }
  }

  private static final class Json extends GraphFile {
    private final JsonGenerator json;

    Json(Path file, JsonGenerator json, String specification) throws IOException {
      super(file);
      this.json = json;
      json.writeStartObject();
      json.writeStringField("specification", specification);
      json.writeArrayFieldStart("graph");
    }

    private interface Body {
      void write() throws IOException;
    }

    private void element(Body body) {
      try {
        json.writeStartObject();
        body.write();
        json.writeEndObject();
        json.writeRaw('\n');
      } catch (IOException e) {
        throw unwritable(super.file, e.toString());
      }
    }

    @Override
    public void state(int index, boolean initial, State state) {
      element(() -> {
        json.writeNumberField("state", index);
        json.writeBooleanField("initial", initial);
        json.writeObjectFieldStart("values");
        for (int i = 0; i < state.variables().size(); i++) {
          json.writeFieldName(state.variables().get(i));
          ItfWriter.value(json, state.values().get(i));
        }
        json.writeEndObject();
      });
    }

    @Override
    public void step(int from, int to, ActionLabel action) {
      element(() -> {
        json.writeNumberField("from", from);
        json.writeNumberField("to", to);
        json.writeStringField("action", action.name());
        json.writeObjectFieldStart("parameters");
        for (ActionLabel.Argument argument : action.arguments()) {
          json.writeFieldName(argument.parameter());
          ItfWriter.value(json, argument.value());
        }
        json.writeEndObject();
      });
    }

    @Override
    public void close() {
      try {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
      } catch (IOException e) {
        throw unwritable(super.file, e.toString());
      }
    }
  }
}
