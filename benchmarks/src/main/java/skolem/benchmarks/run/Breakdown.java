package skolem.benchmarks.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The numbers that a run tells about itself in its JSON result, by their paths, as
/// `seconds.encoding`; what it does not tell is absent.
public final class Breakdown {
  /// A run that tells nothing.
  public static final Breakdown NONE = new Breakdown(Map.of());

  private final Map<String, Double> numbers;

  private Breakdown(Map<String, Double> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  /// Reads the numbers of a JSON object; what lies in arrays is passed over.
  ///
  /// @throws IOException where the text is no JSON object
  public static Breakdown read(String text) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the result is no JSON object");
      }
      readObject(json, "", numbers);
    }
    return new Breakdown(numbers);
  }

  private static void readObject(JsonParser json, String prefix, Map<String, Double> numbers)
      throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        readObject(json, prefix + name + ".", numbers);
      } else if (token == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (token.isNumeric()) {
        numbers.put(prefix + name, json.getDoubleValue());
      }
    }
  }

  public OptionalDouble get(String path) {
    Double number = numbers.get(path);
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
