package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Span;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.Value;

/// A function that is known by a rule, evaluated for the arguments that are asked for, each once.
final class RuleFunction implements Denotation {
  private final DescribedSet domain;
  private final Rule rule;
  private final Map<Value, Value> known = new HashMap<>();
  private @Nullable FunctionValue written;

  /// What gives the results.
  interface Rule {
    /// The result for an argument.
    Value apply(Value argument);

    /// The expression behind it.
    Expr body();

    /// What the names in the body stand for, given an argument.
    Environment bind(Value argument);

    /// Whether the body means in these states what it means in those where the function was made.
    boolean isAbout(States states);
  }

  /// @param rule is only asked for elements of the domain
  RuleFunction(DescribedSet domain, Rule rule) {
    this.domain = domain;
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  DescribedSet domain() {
    return domain;
  }

  /// The result for `argument`, or null outside the domain.
  @Nullable Value apply(Value argument, Span at) {
    if (written != null) {
      return written.apply(argument);
    }
    Value result = known.get(argument);
    if (result == null && domain.contains(argument, at)) {
      result = rule.apply(argument);
      known.put(argument, result);
    }
    return result;
  }

  @Override
  public FunctionValue toValue(Span at) {
    if (written == null) {
      List<Value> arguments = new ArrayList<>();
      List<Value> results = new ArrayList<>();
      for (Iterator<Value> elements = domain.elements(at); elements.hasNext(); ) {
        if (arguments.size() == DescribedSet.LARGEST) {
          throw EvaluationErrors.undefined(
              at, "the domain " + domain.describe() + " is too large to write the function out");
        }
        Value argument = elements.next();
        Value result = known.get(argument);
        arguments.add(argument);
        results.add(result == null ? rule.apply(argument) : result);
      }
      written = FunctionValue.ofAscending(arguments, results);
    }
    return written;
  }
}
