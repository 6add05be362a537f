package skolem.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.MapValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Writes a trace in the Informal Trace Format (Apalache ADR-015), with the action of each step and
/// the violated property in `#meta`.
final class ItfWriter {
  private ItfWriter() {}

  static String write(String module, Outcome.Violated violated, String property)
      throws IOException {
    Trace trace = violated.trace();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeObjectFieldStart("#meta");
      json.writeStringField("format", "ITF");
      json.writeStringField("source", module);
      json.writeStringField("property", property);
      if (violated.fault() instanceof Fault.InvariantFalse(_, var conjunct, _)) {
        json.writeStringField("conjunct", conjunct);
      }
      if (!trace.constants().variables().isEmpty()) {
        json.writeObjectFieldStart("constants");
        variables(json, trace.constants());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayFieldStart("vars");
      for (String variable : trace.initial().variables()) {
        json.writeString(variable);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("states");
      state(json, 0, null, trace.initial());
      for (int i = 0; i < trace.length(); i++) {
        Trace.Step step = trace.steps().get(i);
        state(json, i + 1, step.action(), step.state());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void state(
      JsonGenerator json,
      int index,
      @org.jspecify.annotations.Nullable ActionLabel action,
      State state)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("#meta");
    json.writeNumberField("index", index);
    if (action != null) {
      json.writeStringField("action", action.name());
      json.writeObjectFieldStart("parameters");
      for (ActionLabel.Argument argument : action.arguments()) {
        json.writeFieldName(argument.parameter());
        value(json, argument.value());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    variables(json, state);
    json.writeEndObject();
  }

  private static void variables(JsonGenerator json, State state) throws IOException {
    for (int i = 0; i < state.variables().size(); i++) {
      json.writeFieldName(state.variables().get(i));
      value(json, state.values().get(i));
    }
  }

  static void value(JsonGenerator json, Value value) throws IOException {
    switch (value) {
      case BoolValue(var truth) -> json.writeBoolean(truth);
      case IntValue number -> {
        json.writeStartObject();
        json.writeStringField("#bigint", number.toString());
        json.writeEndObject();
      }
      case StringValue string -> json.writeString(string.text());
      case ModelValue model -> json.writeString(model.name());
      case SetValue set -> {
        json.writeStartObject();
        json.writeFieldName("#set");
        values(json, set.elements());
        json.writeEndObject();
      }
      case TupleValue tuple -> values(json, tuple.elements());
      case RecordValue record -> {
        json.writeStartObject();
        for (int i = 0; i < record.size(); i++) {
          json.writeFieldName(record.names().get(i));
          value(json, record.result(i));
        }
        json.writeEndObject();
      }
      case MapValue map -> {
        json.writeStartObject();
        json.writeArrayFieldStart("#map");
        for (int i = 0; i < map.size(); i++) {
          values(json, List.of(map.argument(i), map.result(i)));
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
  }

  private static void values(JsonGenerator json, List<Value> values) throws IOException {
    json.writeStartArray();
    for (Value value : values) {
      value(json, value);
    }
    json.writeEndArray();
  }
}
