package skolem.inductive.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;

/// A digest of formulas that does not depend on the order in which they were made, or on the
/// numbers of their variables: equal digests mean formulas that are equal up to the names of
/// variables.
///
/// The graph is written down from its roots, each node where it is first met, variables numbered as
/// they are met; conjuncts are met in the order of a hash of their structure. What shares variables
/// is written down together, so that it is told apart from what does not.
public final class FormulaDigest {
  private final Map<Object, Long> hashes;
  private final Map<Object, Integer> numbers;
  private final MessageDigest digest;

  private FormulaDigest(
      Map<Object, Long> hashes, Map<Object, Integer> numbers, MessageDigest digest) {
    this.hashes = hashes;
    this.numbers = numbers;
    this.digest = digest;
  }

  /// A digest of nothing.
  public static FormulaDigest empty() {
    try {
      return new FormulaDigest(
          new HashMap<>(), new HashMap<>(), MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The digest of what was digested before and these formulas.
  public FormulaDigest with(List<Formula> formulas) {
    try {
      FormulaDigest longer =
          new FormulaDigest(hashes, new HashMap<>(numbers), (MessageDigest) digest.clone());
      List<String> roots = new ArrayList<>();
      formulas.forEach(formula -> roots.add(longer.write(formula)));
      longer.put("roots", roots);
      return longer;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be cloned", e);
    }
  }

  public String hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be cloned", e);
    }
  }

  // ── Writing down ────────────────────────────────────────────────────────────────────────────

  private void put(String operator, List<String> operands) {
    String line = operator + " " + String.join(" ", operands) + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  /// The reference to a formula; what is new in it is written down first.
  private String write(Formula formula) {
    Formula positive = formula.positive();
    Integer number = numbers.get(positive);
    if (number == null) {
      switch (positive.node()) {
        case Formula.True() -> put("true", List.of());
        case Formula.Variable _ -> put("variable", List.of());
        case Formula.And(var conjuncts) ->
            put("and", sorted(conjuncts).stream().map(this::write).toList());
        case Formula.LessEqual(var left, var right) ->
            put("less-equal", List.of(write(left), write(right)));
        case Formula.Equal(var left, var right) -> put("equal", written(left, right));
        case Formula.Exists(var variables, var body) -> {
          String inside = write(body);
          put("exists", List.of(inside, variables(variables)));
        }
      }
      number = numbers.size();
      numbers.put(positive, number);
    }
    return formula.negated() ? "-" + number : "" + number;
  }

  private String variables(List<Formula> variables) {
    return String.join(",", variables.stream().map(this::write).sorted().toList());
  }

  private String write(IntTerm term) {
    Integer number = numbers.get(term);
    if (number == null) {
      switch (term.node()) {
        case IntTerm.Constant(var value) -> put("constant", List.of(value.toString()));
        case IntTerm.Variable _ -> put("integer", List.of(term.interval().toString()));
        case IntTerm.Sum(var left, var right) -> put("sum", written(left, right));
        case IntTerm.Product(var left, var right) -> put("product", written(left, right));
        case IntTerm.Quotient(var left, var right) ->
            put("quotient", List.of(write(left), write(right)));
        case IntTerm.Remainder(var left, var right) ->
            put("remainder", List.of(write(left), write(right)));
        case IntTerm.Choice(var condition, var then, var otherwise) ->
            put("choice", List.of(write(condition), write(then), write(otherwise)));
      }
      number = numbers.size();
      numbers.put(term, number);
    }
    return "t" + number;
  }

  /// The operands of what is symmetric, the one with the lesser hash first.
  private List<String> written(IntTerm left, IntTerm right) {
    return hash(left) <= hash(right)
        ? List.of(write(left), write(right))
        : List.of(write(right), write(left));
  }

  private List<Formula> sorted(List<Formula> conjuncts) {
    List<Formula> sorted = new ArrayList<>(conjuncts);
    sorted.sort(Comparator.comparingLong(this::hash));
    return sorted;
  }

  // ── Hashes of the structure ─────────────────────────────────────────────────────────────────

  private long hash(Formula formula) {
    Formula positive = formula.positive();
    Long hash = hashes.get(positive);
    if (hash == null) {
      hash =
          switch (positive.node()) {
            case Formula.True() -> 1L;
            case Formula.Variable(var name) -> mixed(2, stem(name).hashCode());
            case Formula.And(var conjuncts) -> mixed(3, sum(conjuncts));
            case Formula.LessEqual(var left, var right) -> mixed(4, hash(left), hash(right));
            case Formula.Equal(var left, var right) -> mixed(5, hash(left) + hash(right));
            case Formula.Exists(var variables, var body) -> mixed(6, sum(variables), hash(body));
          };
      hashes.put(positive, hash);
    }
    return formula.negated() ? ~hash : hash;
  }

  private long sum(List<Formula> formulas) {
    long sum = 0;
    for (Formula formula : formulas) {
      sum += mixed(7, hash(formula));
    }
    return sum;
  }

  private long hash(IntTerm term) {
    Long hash = hashes.get(term);
    if (hash == null) {
      hash =
          switch (term.node()) {
            case IntTerm.Constant(var value) -> mixed(11, value.hashCode());
            case IntTerm.Variable(var name) -> mixed(12, stem(name).hashCode());
            case IntTerm.Sum(var left, var right) -> mixed(13, hash(left) + hash(right));
            case IntTerm.Product(var left, var right) -> mixed(14, hash(left) + hash(right));
            case IntTerm.Quotient(var left, var right) -> mixed(15, hash(left), hash(right));
            case IntTerm.Remainder(var left, var right) -> mixed(16, hash(left), hash(right));
            case IntTerm.Choice(var condition, var then, var otherwise) ->
                mixed(17, hash(condition), hash(then), hash(otherwise));
          };
      hashes.put(term, hash);
    }
    return hash;
  }

  /// The name of a variable without the number that makes it unique.
  private static String stem(String name) {
    int number = name.lastIndexOf('#');
    return number < 0 ? name : name.substring(0, number);
  }

  private static long mixed(long... parts) {
    long mixed = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      mixed = (mixed ^ part) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }
}
