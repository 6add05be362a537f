package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;

/// A series of random modules on which the engines are compared; disagreements are shrunk.
final class Campaign {
  /// How two engines are compared on a model.
  @FunctionalInterface
  interface Comparison {
    Finding of(Model model);
  }

  /// How two engines are compared on a module and its configuration.
  @FunctionalInterface
  interface TextComparison {
    Finding of(String module, String configuration);
  }

  private final LongFunction<Term> generator;
  private final LongFunction<String> configuration;
  private final TextComparison comparison;
  private final Map<String, Integer> agreements = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final Map<String, Integer> unusable = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  Campaign(
      LongFunction<Term> generator, LongFunction<String> configuration, Comparison comparison) {
    this(
        generator,
        configuration,
        (module, settings) -> comparison.of(Modules.load(module, settings)));
  }

  Campaign(
      LongFunction<Term> generator, LongFunction<String> configuration, TextComparison comparison) {
    this.generator = generator;
    this.configuration = configuration;
    this.comparison = comparison;
  }

  /// Compares on the modules of these seeds.
  Campaign run(long firstSeed, int count) {
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      Term module = generator.apply(seed);
      switch (find(seed, module)) {
        case Finding.Agreement(var what) -> agreements.merge(what, 1, Integer::sum);
        case Finding.Refusal(var reason) -> refusals.merge(reason, 1, Integer::sum);
        case Finding.Unusable(var reason) -> unusable.merge(reason, 1, Integer::sum);
        case Finding.Disagreement(var message) -> disagreements.add(shrunk(seed, module, message));
      }
    }
    return this;
  }

  private String shrunk(long seed, Term module, String message) {
    String kind = kind(message);
    Term small =
        Shrinker.shrink(
            module,
            candidate ->
                find(seed, candidate) instanceof Finding.Disagreement(var other)
                    && kind(other).equals(kind));
    String last = find(seed, small) instanceof Finding.Disagreement(var other) ? other : message;
    return "seed " + seed + ": " + last + "\n" + small.text();
  }

  /// The first words of a message: shrinking keeps them.
  private static String kind(String message) {
    return message.length() <= 12 ? message : message.substring(0, 12);
  }

  private Finding find(long seed, Term module) {
    try {
      return comparison.of(module.text(), configuration.apply(seed));
    } catch (RejectedException e) {
      Diagnostic diagnostic = e.diagnostics().getFirst();
      return diagnostic.code() == Code.UNSUPPORTED
          ? new Finding.Refusal(diagnostic.message().replaceAll("[0-9]+|`.*`", "…"))
          : new Finding.Unusable(diagnostic.code() + ": " + diagnostic.message());
    } catch (SymbolicEngine.UnansweredException _) {
      return new Finding.Unusable("too hard for the solver");
    } catch (IllegalStateException
        | ClassCastException
        | NullPointerException
        | StackOverflowError
        | IllegalArgumentException
        | ArithmeticException e) {
      return new Finding.Disagreement("exception " + e + " at " + e.getStackTrace()[0]);
    }
  }

  List<String> disagreements() {
    return disagreements;
  }

  int comparedCases() {
    return agreements.values().stream().mapToInt(Integer::intValue).sum() + disagreements.size();
  }

  int refusedCases() {
    return refusals.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// What was compared, and what was not and why.
  String summary() {
    return "agree on "
        + agreements
        + ", refused "
        + refusals
        + ", unusable "
        + unusable
        + ", disagree "
        + disagreements.size();
  }
}
