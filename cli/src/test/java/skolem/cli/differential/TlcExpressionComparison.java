package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Diagnostic;

/// Compares what the concrete engine and TLC say of expressions.
record TlcExpressionComparison(TlcEvaluator tlc) {
  /// In one process.
  private static final int MOST_EQUATIONS = 4000;

  /// A finding for each case.
  List<Finding> of(List<ConstantCase> cases) {
    List<Finding> findings = new ArrayList<>();
    List<ConstantCase> together = new ArrayList<>();
    int equations = 0;
    for (ConstantCase one : cases) {
      together.add(one);
      equations += one.states().size();
      if (equations > MOST_EQUATIONS) {
        findings.addAll(inOneProcess(together));
        together.clear();
        equations = 0;
      }
    }
    findings.addAll(inOneProcess(together));
    return findings;
  }

  private List<Finding> inOneProcess(List<ConstantCase> cases) {
    StringBuilder definitions = new StringBuilder();
    List<String> equations = new ArrayList<>();
    for (ConstantCase one : cases) {
      definitions.append(one.definition());
      equations.addAll(one.equations());
    }
    List<TlcAnswer> answers = tlc.answers(definitions.toString(), equations);
    List<Finding> findings = new ArrayList<>();
    int at = 0;
    for (ConstantCase one : cases) {
      findings.add(compare(one, answers.subList(at, at + one.states().size())));
      at += one.states().size();
    }
    return findings;
  }

  private static Finding compare(ConstantCase one, List<TlcAnswer> answers) {
    Set<TlcDifference> known = new TreeSet<>();
    int errors = 0;
    for (int i = 0; i < answers.size(); i++) {
      Diagnostic error = one.results().get(i).error();
      if (!isSame(error, answers.get(i))) {
        TlcDifference difference =
            TlcDifference.between(words(error), words(answers.get(i)), one.definition());
        if (difference == null) {
          return new Finding.Disagreement(difference(one, i, answers.get(i)));
        }
        known.add(difference);
      }
      errors += error == null ? 0 : 1;
    }
    if (!known.isEmpty()) {
      return new Finding.Refusal(
          known.stream().map(TlcDifference::reason).collect(Collectors.joining(", ")));
    }
    return new Finding.Agreement(
        errors == 0 ? "values" : errors == answers.size() ? "errors" : "values and errors");
  }

  private static boolean isSame(@Nullable Diagnostic error, TlcAnswer answer) {
    return switch (answer) {
      case TlcAnswer.Same _ -> error == null;
      case TlcAnswer.Other _ -> false;
      case TlcAnswer.NoValue _ -> error != null;
    };
  }

  private static String words(@Nullable Diagnostic error) {
    return error == null ? TlcDifference.NO_ERROR : error.message();
  }

  private static String words(TlcAnswer answer) {
    return answer instanceof TlcAnswer.NoValue(String why) ? why : TlcDifference.NO_ERROR;
  }

  private static String difference(ConstantCase one, int state, TlcAnswer answer) {
    return "in "
        + one.states().get(state)
        + "\n  ours: "
        + one.results().get(state)
        + "\n  TLC: "
        + answer
        + "\n"
        + one.definition();
  }
}
