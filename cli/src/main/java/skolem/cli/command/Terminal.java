package skolem.cli.command;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The terminal that the program runs on, and how much it shows.
record Terminal(int rows, int columns) {
  private static final Terminal USUAL = new Terminal(24, 80);
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d*) ([1-9]\\d*)\\s*");

  /// The terminal; null where input or output are something else.
  static @Nullable Terminal current() {
    return isThere() ? sized() : null;
  }

  @SuppressWarnings("SystemConsoleNull") // null since JDK 25 where there is no terminal
  static boolean isThere() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Its size, as far as `stty` tells it.
  private static Terminal sized() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return read(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException _) {
      return USUAL;
    }
  }

  /// Reads rows and columns, as `stty size` prints them.
  static Terminal read(String text) {
    Matcher matcher = SIZE.matcher(text);
    return matcher.matches()
        ? new Terminal(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : USUAL;
  }
}
