package skolem.cli.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import skolem.cli.measure.ProcessUse;

/// Reads the result of `check` or `explore`, as `docs/result.schema.json` describes it.
final class ResultReader {
  private final SortedMap<String, Finding> findings = new TreeMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private String violated = "";
  private String undecided = "";

  private ResultReader() {}

  /// @throws IOException where the output is no such result
  static Reply read(String engine, ProcessUse use) throws IOException {
    ResultReader reader = new ResultReader();
    try (JsonParser json = new JsonFactory().createParser(use.output())) {
      json.nextToken();
      reader.object(json, "");
    }
    return reader.reply(engine, use);
  }

  private Reply reply(String engine, ProcessUse use) {
    OptionalInt steps =
        findings.values().stream()
            .filter(Finding.Violated.class::isInstance)
            .mapToInt(f -> ((Finding.Violated) f).steps())
            .min();
    Long searched = numbers.getOrDefault("states.depth", 0L) - 1;
    long safe = numbers.getOrDefault("safeDepth", searched);
    Long states = numbers.get("states.distinct");
    return new Reply(
        engine,
        answer(),
        findings,
        steps.isPresent() ? steps : OptionalInt.of((int) safe),
        states == null ? OptionalLong.empty() : OptionalLong.of(states),
        use);
  }

  private String answer() {
    if (!violated.isEmpty()) {
      return violated + " violated";
    }
    boolean everywhere =
        findings.values().stream().allMatch(f -> f.equals(new Finding.Safe(Finding.UNBOUNDED)));
    return !undecided.isEmpty()
        ? "undecided: " + undecided
        : everywhere ? "holds at every depth" : "no violation";
  }

  private void object(JsonParser json, String prefix) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY && (prefix + name).equals("properties")) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          property(json);
        }
      } else if (token == JsonToken.START_OBJECT) {
        object(json, prefix + name + ".");
      } else if (token == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(prefix + name, json.getLongValue());
      }
    }
  }

  private void property(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (token.isStructStart()) {
        json.skipChildren();
      } else {
        fields.put(name, json.getText());
      }
    }
    String name = fields.getOrDefault("name", "");
    String key =
        switch (fields.getOrDefault("kind", "")) {
          case "deadlock-freedom" -> PropertyName.DEADLOCK;
          case "definedness" -> PropertyName.DEFINEDNESS;
          default -> name;
        };
    int steps = Integer.parseInt(fields.getOrDefault("steps", "-1"));
    switch (fields.getOrDefault("outcome", "")) {
      case "violated" -> {
        findings.merge(key, new Finding.Violated(steps), ResultReader::first);
        violated = violated.isEmpty() ? key : violated;
      }
      case "holds" -> findings.putIfAbsent(key, new Finding.Safe(Finding.UNBOUNDED));
      case "holds-up-to" -> findings.putIfAbsent(key, new Finding.Safe(steps));
      case "undecided" -> {
        int safe = Integer.parseInt(fields.getOrDefault("safeSteps", "-1"));
        findings.putIfAbsent(key, new Finding.Safe(safe));
        undecided = fields.getOrDefault("reason", "");
      }
      default -> {
        // What was not checked is no finding.
      }
    }
  }

  private static Finding first(Finding one, Finding other) {
    return one instanceof Finding.Violated ? one : other;
  }
}
