package skolem.frontend.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.SourceFile;

/// Finds a model configuration that stands in the file of a specification, beside its modules:
/// `---- CONFIG Name ----`, the sections, `====`.
final class EmbeddedConfig {
  private static final Pattern HEAD =
      Pattern.compile(
          "^[ \\t]*-{4,}[ \\t]*CONFIG[ \\t]+(\\w+)[ \\t]*-{4,}[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern END = Pattern.compile("^[ \\t]*={4,}", Pattern.MULTILINE);

  private EmbeddedConfig() {}

  /// The configuration of this name, or else the first one; null where the file holds none. Its
  /// places are those in the file.
  static @Nullable SourceFile in(SourceFile file, String name) {
    Matcher head = HEAD.matcher(file.text());
    SourceFile first = null;
    while (head.find()) {
      SourceFile found = section(file, head.end());
      if (head.group(1).equals(name)) {
        return found;
      }
      first = first == null ? found : first;
    }
    return first;
  }

  private static SourceFile section(SourceFile file, int start) {
    Matcher end = END.matcher(file.text());
    int stop = end.find(start) ? end.start() : file.text().length();
    String before = file.text().substring(0, start).replaceAll("[^\\r\\n]", " ");
    return new SourceFile(file.path(), before + file.text().substring(start, stop));
  }
}
