package skolem.frontend.pluscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;

/// A file with an algorithm, and what the translator makes of it.
record Translated(@Nullable Translation translation, List<String> messages) {

  static Translated file(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Translation translation =
        PlusCalTranslator.translate(new SourceFile("Test.tla", text), diagnostics);
    return new Translated(
        translation,
        diagnostics.all().stream()
            .map(d -> d.span().line() + ":" + d.span().column() + " " + d.message())
            .toList());
  }

  /// The lines of an algorithm, from `--algorithm`, which stands in line 3 of a module.
  static Translated algorithm(String lines) {
    return file("---- MODULE Test ----\n(*\n" + lines + "\n*)\n====\n");
  }

  Translation required() {
    if (translation == null) {
      return fail("not translated: " + messages);
    }
    assertThat(messages).isEmpty();
    return translation;
  }

  /// The text between the markers.
  String body() {
    Matcher matcher =
        Pattern.compile("\\\\\\* BEGIN TRANSLATION.*\n(?s:(.*))\\\\\\* END TRANSLATION")
            .matcher(required().text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /// The paragraph that defines this name.
  String definition(String name) {
    for (String paragraph : body().split("\n\n", -1)) {
      if (paragraph.startsWith(name + " ==") || paragraph.startsWith(name + "(self) ==")) {
        return paragraph.stripTrailing();
      }
    }
    return fail("no definition of " + name + " in\n" + body());
  }
}
