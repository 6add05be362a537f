package skolem.cli.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

/// Reads the Informal Trace Format (Apalache ADR-015), also of older tools, which write integers as
/// JSON numbers.
///
/// The format does not tell strings from model values: a text that names a model value of the model
/// is one, also where its type is appended, as in `1_OF_PROC`. Meta data are passed over.
public final class ItfReader {
  private static final String TYPE_MARK = "_OF_";

  private final Path file;
  private final Set<String> modelValues;
  private final JsonParser json;

  private ItfReader(Path file, Set<String> modelValues, JsonParser json) {
    this.file = file;
    this.modelValues = modelValues;
    this.json = json;
  }

  /// @throws RejectedException where the file cannot be read, or is not such a trace
  public static ItfTrace read(Path file, Model model) {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      return new ItfReader(file, ModelValueNames.of(model), json).trace();
    } catch (JsonProcessingException e) {
      throw RejectedException.of(
          Code.SYSTEM,
          Span.NONE,
          file
              + " is not JSON at line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw RejectedException.of(Code.SYSTEM, Span.NONE, file + " cannot be read: " + e);
    }
  }

  private RejectedException reject(String message) {
    return RejectedException.of(
        Code.SYSTEM,
        Span.NONE,
        file + ", line " + json.currentTokenLocation().getLineNr() + ": " + message);
  }

  private void require(boolean condition, String expected) {
    if (!condition) {
      throw reject(expected + " is expected");
    }
  }

  private ItfTrace trace() throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT, "an object");
    List<SortedMap<String, Value>> states = null;
    Integer loop = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "states" -> states = states();
        case "loop" -> {
          require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "the index of a state");
          loop = json.getIntValue();
        }
        default -> json.skipChildren();
      }
    }
    if (states == null || states.isEmpty()) {
      throw reject("the trace has no states");
    }
    if (loop != null && (loop < 0 || loop >= states.size())) {
      throw reject("there is no state " + loop + " to loop to");
    }
    return new ItfTrace(states, loop);
  }

  private List<SortedMap<String, Value>> states() throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, "an array of states");
    List<SortedMap<String, Value>> states = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT, "a state, which is an object");
      SortedMap<String, Value> state = new TreeMap<>();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.startsWith("#")) {
          json.skipChildren();
        } else {
          state.put(name, value());
        }
      }
      states.add(state);
    }
    return states;
  }

  // ── Values ──────────────────────────────────────────────────────────────────────────────────

  /// The value that begins at the current token; ends at its last token.
  private Value value() throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_TRUE -> BoolValue.TRUE;
      case VALUE_FALSE -> BoolValue.FALSE;
      case VALUE_NUMBER_INT -> IntValue.of(json.getBigIntegerValue());
      case VALUE_STRING -> text(json.getText());
      case START_ARRAY -> TupleValue.of(elements());
      case START_OBJECT -> object();
      default -> throw reject("no value: " + json.getText());
    };
  }

  private Value text(String text) {
    if (modelValues.contains(text)) {
      return new ModelValue(text);
    }
    int mark = text.lastIndexOf(TYPE_MARK);
    return mark > 0 && modelValues.contains(text.substring(0, mark))
        ? new ModelValue(text.substring(0, mark))
        : new StringValue(text);
  }

  private List<Value> elements() throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, "an array");
    List<Value> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return elements;
  }

  private Value object() throws IOException {
    String first = json.nextFieldName();
    if (first == null || !first.startsWith("#")) {
      return record(first);
    }
    json.nextToken();
    Value value =
        switch (first) {
          case "#bigint" -> IntValue.of(number(json.getText()));
          case "#tup" -> TupleValue.of(elements());
          case "#set" -> SetValue.of(elements());
          case "#map" -> map();
          case "#unserializable" -> throw reject("the trace leaves out a value: " + json.getText());
          default -> throw reject("the kind of value " + first + " is not known");
        };
    require(json.nextToken() == JsonToken.END_OBJECT, "the end of the value");
    return value;
  }

  private BigInteger number(String digits) {
    try {
      return new BigInteger(digits);
    } catch (NumberFormatException _) {
      throw reject(digits + " is not an integer");
    }
  }

  private Value record(@Nullable String first) throws IOException {
    Map<Value, Value> fields = new TreeMap<>();
    for (String name = first; name != null; name = json.nextFieldName()) {
      json.nextToken();
      fields.put(new StringValue(name), value());
    }
    return FunctionValue.of(fields);
  }

  private Value map() throws IOException {
    Map<Value, Value> graph = new TreeMap<>();
    for (Value pair : elements()) {
      if (!(pair instanceof TupleValue point) || point.size() != 2) {
        throw reject("a map consists of pairs");
      }
      if (graph.put(point.get(0), point.get(1)) != null) {
        throw reject("the map gives " + point.get(0) + " two results");
      }
    }
    return FunctionValue.of(graph);
  }
}
