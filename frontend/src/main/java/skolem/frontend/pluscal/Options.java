package skolem.frontend.pluscal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// What the file asks of the translation in `PlusCal options (...)`.
///
/// @param fairness of processes that are not declared fair, and of the algorithm without processes
/// @param fairNext whether the next-state relation as a whole is weakly fair
/// @param labelling how missing labels are added
/// @param doneDisjunct whether the terminated algorithm may stutter
/// @param omitsPc whether an algorithm that is a single loop has no `pc`
record Options(
    Fairness fairness,
    boolean fairNext,
    Labelling labelling,
    boolean doneDisjunct,
    boolean omitsPc) {
  enum Fairness {
    /// As declared.
    DECLARED,
    /// None, whatever is declared.
    IGNORED,
    WEAK,
    STRONG
  }

  /// @param always whether labels are added also where the algorithm has some
  /// @param root what the names of added labels begin with
  record Labelling(boolean always, String root) {}

  private static final Options USUAL =
      new Options(Fairness.DECLARED, false, new Labelling(false, "Lbl_"), true, true);
  private static final double PC_OMITTED_SINCE = 1.5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern STATEMENT = Pattern.compile("\\bPlusCal\\s+options\\b\\s*");

  /// The options of a file; the usual ones where it says nothing.
  ///
  /// @throws skolem.frontend.source.RejectedException at an option that is not known
  static Options in(SourceFile file) {
    Matcher matcher = STATEMENT.matcher(file.text());
    if (!matcher.find()) {
      return USUAL;
    }
    int open = matcher.end();
    Span statement = new Span(file, matcher.start(), matcher.end());
    int close = file.text().indexOf(')', open);
    if (open == file.text().length() || file.text().charAt(open) != '(' || close < 0) {
      throw Faults.at(statement, "expected `(` and the options, up to `)`");
    }
    Deque<String> words =
        new ArrayDeque<>(List.of(file.text().substring(open + 1, close).split("[\\s,]+")));
    Options options = USUAL;
    while (!words.isEmpty()) {
      options = options.with(words.pop(), words, new Span(file, matcher.start(), close + 1));
    }
    return options;
  }

  private Options with(String word, Deque<String> rest, Span statement) {
    return switch (word.startsWith("-") ? word.substring(1) : word) {
      case "wf" -> with(Fairness.WEAK);
      case "sf" -> with(Fairness.STRONG);
      case "nof" -> with(Fairness.IGNORED);
      case "wfNext" -> new Options(fairness, true, labelling, doneDisjunct, omitsPc);
      case "termination" -> this;
      case "label" -> with(new Labelling(true, labelling.root));
      case "noDoneDisjunct" -> new Options(fairness, fairNext, labelling, false, omitsPc);
      case "version" -> version(rest, statement);
      case "labelRoot" -> labelRoot(rest, statement);
      case "lineWidth" -> {
        rest.poll();
        yield this;
      }
      case "reportLabels", "unixEOL", "nocfg", "" -> this;
      default ->
          throw Faults.at(statement, "`" + word + "` is not an option of the PlusCal translator");
    };
  }

  private Options with(Fairness other) {
    return new Options(other, fairNext, labelling, doneDisjunct, omitsPc);
  }

  private Options with(Labelling other) {
    return new Options(fairness, fairNext, other, doneDisjunct, omitsPc);
  }

  private Options labelRoot(Deque<String> rest, Span statement) {
    String root = rest.isEmpty() ? "" : rest.pop();
    if (!NAME.matcher(root).matches()) {
      throw Faults.at(statement, "expected a name after `labelRoot`");
    }
    return with(new Labelling(labelling.always, root));
  }

  private Options version(Deque<String> rest, Span statement) {
    String version = rest.isEmpty() ? "" : rest.pop();
    try {
      boolean omitted = Double.parseDouble(version) >= PC_OMITTED_SINCE;
      return new Options(fairness, fairNext, labelling, doneDisjunct, omitted);
    } catch (NumberFormatException _) {
      throw Faults.at(statement, "expected a number after `version`");
    }
  }
}
