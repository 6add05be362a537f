package skolem.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// As much of JSON Schema (draft 2020-12) as `docs/result.schema.json` uses; a keyword that is not
/// known is an error.
final class JsonSchema {
  private final Object root;

  JsonSchema(Object root) {
    this.root = root;
  }

  /// What is wrong with the value; empty where it conforms.
  List<String> faults(Object value) {
    return faults(root, value, "$");
  }

  private List<String> faults(Object schema, Object value, String at) {
    List<String> faults = new ArrayList<>();
    Json.object(schema)
        .forEach((keyword, argument) ->
            faults.addAll(
                switch (keyword) {
                  case "$schema", "$defs", "title", "description" -> List.of();
                  case "$ref" -> faults(definition((String) argument), value, at);
                  case "const" -> unless(argument.equals(value), at, "is not " + argument);
                  case "enum" ->
                      unless(Json.array(argument).contains(value), at, "is none of " + argument);
                  case "type" ->
                      unless(isOfType((String) argument, value), at, "is not " + argument);
                  case "minimum" ->
                      unless(
                          value instanceof BigDecimal number
                              && number.compareTo((BigDecimal) argument) >= 0,
                          at,
                          "is less than " + argument);
                  case "oneOf" -> oneOf(Json.array(argument), value, at);
                  case "items" -> items(argument, value, at);
                  case "required" -> required(Json.array(argument), value, at);
                  case "properties" -> properties(Json.object(argument), value, at);
                  case "additionalProperties" ->
                      additional(Json.object(schema), argument, value, at);
                  default -> throw new IllegalArgumentException("keyword " + keyword);
                }));
    return faults;
  }

  private Object definition(String reference) {
    return Json.field(Json.field(root, "$defs"), reference.substring("#/$defs/".length()));
  }

  private static List<String> unless(boolean fine, String at, String fault) {
    return fine ? List.of() : List.of(at + " " + fault);
  }

  private static boolean isOfType(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "number" -> value instanceof BigDecimal;
      case "integer" ->
          value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0;
      default -> throw new IllegalArgumentException("type " + type);
    };
  }

  private List<String> oneOf(List<Object> schemas, Object value, String at) {
    List<List<String>> attempts = schemas.stream().map(s -> faults(s, value, at)).toList();
    long fitting = attempts.stream().filter(List::isEmpty).count();
    return unless(fitting == 1, at, "fits " + fitting + " of the alternatives: " + attempts);
  }

  private List<String> items(Object schema, Object value, String at) {
    List<String> faults = new ArrayList<>();
    if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        faults.addAll(faults(schema, Json.array(value).get(i), at + "[" + i + "]"));
      }
    }
    return faults;
  }

  private static List<String> required(List<Object> names, Object value, String at) {
    return value instanceof Map<?, ?> map
        ? names.stream().filter(n -> !map.containsKey(n)).map(n -> at + " lacks " + n).toList()
        : List.of();
  }

  private List<String> properties(Map<String, Object> schemas, Object value, String at) {
    List<String> faults = new ArrayList<>();
    if (value instanceof Map) {
      Json.object(value)
          .forEach((name, field) -> {
            Object schema = schemas.get(name);
            if (schema != null) {
              faults.addAll(faults(schema, field, at + "." + name));
            }
          });
    }
    return faults;
  }

  private List<String> additional(
      Map<String, Object> schema, Object argument, Object value, String at) {
    List<String> faults = new ArrayList<>();
    if (value instanceof Map) {
      Object known = schema.getOrDefault("properties", Map.of());
      Json.object(value)
          .forEach((name, field) -> {
            if (!Json.object(known).containsKey(name)) {
              faults.addAll(
                  argument instanceof Boolean allowed
                      ? unless(allowed, at, "has the unknown field " + name)
                      : faults(argument, field, at + "." + name));
            }
          });
    }
    return faults;
  }
}
