package skolem.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// A trace as one HTML file that needs nothing else: a slider over the steps, and in each state
/// what is new in it in colour.
final class HtmlTrace {
  private static final String PAGE = "/skolem/report/trace.html";
  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z]+)@");

  private HtmlTrace() {}

  /// @param fault what is wrong at the end
  static String of(String specification, Trace trace, String fault) {
    Map<String, String> parts =
        Map.of(
            "TITLE", escaped(specification),
            "FAULT", escaped(fault),
            "LAST", Integer.toString(trace.length()),
            "STEPS", steps(trace),
            "STATES", states(trace));
    return PLACEHOLDER
        .matcher(page())
        .replaceAll(m -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(m.group(1)))));
  }

  private static String page() {
    try (InputStream in = HtmlTrace.class.getResourceAsStream(PAGE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String action(Trace trace, int depth) {
    return depth == 0 ? "initial" : trace.steps().get(depth - 1).action().toString();
  }

  private static String steps(Trace trace) {
    StringBuilder out = new StringBuilder();
    for (int depth = 0; depth <= trace.length(); depth++) {
      out.append("<li><button><code>").append(depth).append(": ");
      out.append(escaped(action(trace, depth))).append("</code></button></li>\n");
    }
    return out.toString();
  }

  private static String states(Trace trace) {
    StringBuilder out = new StringBuilder();
    for (int depth = 0; depth <= trace.length(); depth++) {
      out.append("<section>\n<h2>").append(depth).append(": ");
      out.append(escaped(action(trace, depth)));
      if (depth > 0) {
        out.append(" <small>")
            .append(escaped(TraceText.place(trace.steps().get(depth - 1).action())));
        out.append("</small>");
      }
      out.append("</h2>\n<table>\n");
      rows(depth == 0 ? trace.initial() : trace.state(depth - 1), trace.state(depth), out);
      out.append("</table>\n</section>\n");
    }
    return out.toString();
  }

  private static void rows(State before, State after, StringBuilder out) {
    for (int i = 0; i < after.variables().size(); i++) {
      String name = after.variables().get(i);
      boolean changed = !after.values().get(i).equals(before.values().get(i));
      out.append(changed ? "<tr class=\"changed\">" : "<tr>");
      out.append("<td>").append(escaped(name)).append("</td><td>");
      out.append(HtmlDifference.between(before.values().get(i), after.values().get(i)));
      out.append("</td></tr>\n");
    }
  }
}
