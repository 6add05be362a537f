package skolem.solver.lemma;

import java.math.BigInteger;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Place;

/// Clauses of one and two literals that no sampled state denies.
///
/// Facts that are equal or opposite in all samples are one class, and only its first member is
/// combined with others (van Eijk, Sequential equivalence checking based on structural
/// similarities, 2000). Where there are too many pairs, those come first of which the samples would
/// deny most if facts were independent.
///
/// Where there are many, those in which a number stands for no more than itself come after the
/// others: for each that a place may have there are as many again. What is not inductive without
/// them may be so with them.
final class Candidates {
  private static final int MOST = 12_000;

  /// More than so many are not looked at all at once.
  private static final int FEW = 2_000;

  private final Simulation.Samples samples;
  private final int words;
  private final List<Clause> found = new ArrayList<>();

  /// The least number that each place may have.
  private final Map<Place, BigInteger> least = new HashMap<>();

  private Candidates(Simulation.Samples samples) {
    this.samples = samples;
    this.words = samples.columns().isEmpty() ? 0 : samples.columns().getFirst().length;
    for (Fact fact : samples.facts()) {
      BigInteger number = fact.number();
      if (number != null) {
        least.merge(fact.place(), number, BigInteger::min);
      }
    }
  }

  /// @return in the order in which to look at them
  static List<List<Clause>> of(Simulation.Samples samples) {
    Candidates candidates = new Candidates(samples);
    candidates.pairs(candidates.representatives());
    if (candidates.found.size() <= FEW) {
      return List.of(candidates.found);
    }
    Map<Boolean, List<Clause>> ofNumbers =
        candidates.found.stream().collect(Collectors.partitioningBy(candidates::isOfNumbers));
    return List.of(
        Objects.requireNonNull(ofNumbers.get(false)), Objects.requireNonNull(ofNumbers.get(true)));
  }

  /// Whether a pair mentions a number that is not the least that its place may have, and so often
  /// one of its own kind.
  private boolean isOfNumbers(Clause clause) {
    return clause.literals().size() > 1
        && clause.literals().stream().anyMatch(literal -> isGreater(literal.fact()));
  }

  private boolean isGreater(Fact fact) {
    BigInteger number = fact.number();
    return number != null && !number.equals(least.get(fact.place()));
  }

  /// One fact of each class, after the clauses that say what the classes and the constants are.
  private List<Integer> representatives() {
    Map<LongBuffer, Integer> classes = new HashMap<>();
    List<Integer> representatives = new ArrayList<>();
    for (int i = 0; i < samples.facts().size(); i++) {
      long[] column = samples.columns().get(i);
      if (all(column, 0L)) {
        found.add(new Clause(List.of(literal(i, false))));
      } else if (all(column, -1L)) {
        found.add(new Clause(List.of(literal(i, true))));
      } else {
        boolean flipped = (column[0] & 1) != 0;
        Integer first =
            classes.putIfAbsent(LongBuffer.wrap(flipped ? complement(column) : column), i);
        if (first == null) {
          representatives.add(i);
        } else {
          boolean same = flipped == ((samples.columns().get(first)[0] & 1) != 0);
          found.add(new Clause(List.of(literal(first, false), literal(i, same))));
          found.add(new Clause(List.of(literal(first, true), literal(i, !same))));
        }
      }
    }
    return representatives;
  }

  private static boolean all(long[] column, long word) {
    for (long w : column) {
      if (w != word) {
        return false;
      }
    }
    return true;
  }

  private static long[] complement(long[] column) {
    long[] result = new long[column.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = ~column[i];
    }
    return result;
  }

  /// @param expected how many samples would deny the clause if its literals were independent
  private record Ranked(Clause clause, double expected) {}

  private void pairs(List<Integer> facts) {
    List<Ranked> ranked = new ArrayList<>();
    double states = words * (double) Long.SIZE;
    for (int a = 0; a < facts.size(); a++) {
      for (int b = a + 1; b < facts.size(); b++) {
        int i = facts.get(a);
        int j = facts.get(b);
        for (int signs = 0; signs < 4; signs++) {
          boolean first = (signs & 1) != 0;
          boolean second = (signs & 2) != 0;
          if (holds(i, first, j, second) && !isByForm(i, first, j, second)) {
            double expected = denials(i, first) * (denials(j, second) / states);
            Clause clause = new Clause(List.of(literal(i, first), literal(j, second)));
            ranked.add(new Ranked(clause, expected));
          }
        }
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::expected).reversed());
    ranked.stream().limit(MOST).map(Ranked::clause).forEach(found::add);
  }

  private boolean holds(int i, boolean first, int j, boolean second) {
    long[] left = samples.columns().get(i);
    long[] right = samples.columns().get(j);
    for (int w = 0; w < words; w++) {
      long either = (first ? left[w] : ~left[w]) | (second ? right[w] : ~right[w]);
      if (either != -1L) {
        return false;
      }
    }
    return true;
  }

  private long denials(int i, boolean positive) {
    long count = 0;
    for (long word : samples.columns().get(i)) {
      count += Long.bitCount(positive ? ~word : word);
    }
    return count;
  }

  /// Whether every state of the form satisfies the clause: two facts about one place exclude each
  /// other, and a fact about a place needs the place.
  private boolean isByForm(int i, boolean first, int j, boolean second) {
    Fact left = samples.facts().get(i);
    Fact right = samples.facts().get(j);
    if (left.variable() != right.variable()) {
      return false;
    }
    if (!first && !second) {
      return left.path().equals(right.path())
          && left.statement() instanceof Fact.Is
          && right.statement() instanceof Fact.Is;
    }
    return (!first && second && needs(left, right)) || (first && !second && needs(right, left));
  }

  private static boolean needs(Fact fact, Fact place) {
    int length = place.path().size();
    return place.statement() instanceof Fact.Present
        && fact.path().size() >= length
        && Objects.equals(fact.path().subList(0, length), place.path());
  }

  private Clause.Literal literal(int i, boolean positive) {
    return new Clause.Literal(samples.facts().get(i), positive);
  }
}
