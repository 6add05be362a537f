package skolem.cli.differential;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What kind of value a generated expression has.
sealed interface Type {
  /// Kinds without parts.
  enum Basic implements Type {
    BOOLEAN,
    INTEGER,
    STRING,
    /// A model value.
    ATOM
  }

  /// What has no value.
  enum Form implements Type {
    /// A formula that assigns variables.
    ACTION,
    /// A unit of a module, or the whole.
    TEXT
  }

  record SetOf(Type element) implements Type {}

  record Function(Basic key, Type result) implements Type {}

  record Sequence(Type element) implements Type {}

  record Tuple(List<Type> parts) implements Type {
    public Tuple {
      parts = List.copyOf(parts);
    }
  }

  record RecordOf(SortedMap<String, Type> fields) implements Type {
    static RecordOf of(Map<String, Type> fields) {
      return new RecordOf(new TreeMap<>(fields));
    }
  }

  /// One of two kinds.
  record Either(Type left, Type right) implements Type {}

  /// The least expression of this type.
  default String trivial() {
    return switch (this) {
      case Basic basic ->
          switch (basic) {
            case BOOLEAN -> "TRUE";
            case INTEGER -> "0";
            case STRING -> "\"a\"";
            case ATOM -> "m1";
          };
      case Form form ->
          switch (form) {
            case ACTION -> "FALSE";
            case TEXT -> "";
          };
      case SetOf _ -> "{}";
      case Function(Basic key, Type result) ->
          "[k \\in " + domain(key) + " |-> " + result.trivial() + "]";
      case Sequence _ -> "<<>>";
      case Tuple(List<Type> parts) ->
          "<<" + String.join(", ", parts.stream().map(Type::trivial).toList()) + ">>";
      case RecordOf(SortedMap<String, Type> fields) ->
          "["
              + String.join(
                  ", ",
                  fields.entrySet().stream()
                      .map(f -> f.getKey() + " |-> " + f.getValue().trivial())
                      .toList())
              + "]";
      case Either(Type left, _) -> left.trivial();
    };
  }

  /// The usual domain of functions on these keys.
  static String domain(Basic key) {
    return switch (key) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "(0..2)";
      case STRING -> "{\"a\", \"b\"}";
      case ATOM -> "{m1, m2}";
    };
  }
}
