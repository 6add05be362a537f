package skolem.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;

/// The table of codes in the documentation is complete, and right about the exit status.
class DiagnosticsTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([EW]\\d+) \\| .+ \\| (\\d*) ?\\|$");

  @Test
  void listsEveryCode() throws IOException {
    Path page = Path.of(System.getProperty("skolem.root", ".."), "docs", "diagnostics.md");
    List<MatchResult> rows = ROW.matcher(Files.readString(page)).results().toList();
    Map<String, String> documented = new TreeMap<>();
    rows.forEach(row -> documented.put(row.group(1), row.group(2)));
    Map<String, String> known = new TreeMap<>();
    Arrays.stream(Code.values()).forEach(code -> known.put(code.id(), status(code)));
    assertThat(documented).isEqualTo(known);
    assertThat(rows).hasSize(Code.values().length);
  }

  /// Warnings leave the exit status alone.
  private static String status(Code code) {
    Diagnostic diagnostic = Diagnostic.error(code, Span.NONE, "");
    return code.id().startsWith("W")
        ? ""
        : Integer.toString(ExitStatus.of(List.of(diagnostic)).number());
  }
}
