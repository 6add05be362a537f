package skolem.solver.smt;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Interval;

/// Formulas as a script in SMT-LIB 2.6, for any SMT solver to check: every node that is not below a
/// choice is defined once.
public final class SmtLibFile {
  private final Map<Object, String> defined = new LinkedHashMap<>();
  private final Set<Formula> bound = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<String> declared = new LinkedHashSet<>();

  private SmtLibFile() {}

  /// @param comments lines that say what the formulas mean
  public static void write(Path file, List<Formula> asserted, List<String> comments)
      throws IOException {
    SmtLibFile script = new SmtLibFile();
    List<String> names = asserted.stream().map(script::text).toList();
    boolean integers = script.declared.stream().anyMatch(d -> d.endsWith("Int)"));
    boolean choices = script.lines.stream().anyMatch(l -> l.contains("(exists "));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String comment : comments) {
        out.write("; " + comment + "\n");
      }
      out.write("(set-logic " + (choices ? "" : "QF_") + (integers ? "NIA" : "UF") + ")\n");
      for (String line : script.declared) {
        out.write(line + "\n");
      }
      for (String line : script.lines) {
        out.write(line + "\n");
      }
      for (String name : names) {
        out.write("(assert " + name + ")\n");
      }
      out.write("(check-sat)\n");
    }
  }

  private String text(Formula formula) {
    String text = positive(formula.positive());
    return formula.negated() ? "(not " + text + ")" : text;
  }

  private String positive(Formula formula) {
    String known = defined.get(formula);
    if (known != null) {
      return known;
    }
    String text =
        switch (formula.node()) {
          case Formula.True() -> "true";
          case Formula.Variable(var name) -> symbol(name, formula);
          case Formula.And(var conjuncts) ->
              "(and " + conjuncts.stream().map(this::text).collect(Collectors.joining(" ")) + ")";
          case Formula.LessEqual(var left, var right) ->
              "(<= " + text(left) + " " + text(right) + ")";
          case Formula.Equal(var left, var right) -> "(= " + text(left) + " " + text(right) + ")";
          case Formula.Exists(var variables, var body) -> choice(variables, body);
        };
    return text.startsWith("(") ? named(formula, "Bool", text) : text;
  }

  private String symbol(String name, Formula variable) {
    String symbol = "|" + name + "|";
    if (!bound.contains(variable)) {
      declared.add("(declare-const " + symbol + " Bool)");
    }
    return symbol;
  }

  /// What stands below a choice is written out, since definitions do not see its variables.
  private String choice(List<Formula> variables, Formula body) {
    Set<Formula> added = new LinkedHashSet<>(variables);
    added.removeAll(bound);
    bound.addAll(added);
    String inside = text(body);
    bound.removeAll(added);
    String binders =
        variables.stream()
            .map(v -> "(|" + ((Formula.Variable) v.node()).name() + "| Bool)")
            .collect(Collectors.joining(" "));
    return "(exists (" + binders + ") " + inside + ")";
  }

  private String text(IntTerm term) {
    String known = defined.get(term);
    if (known != null) {
      return known;
    }
    String text =
        switch (term.node()) {
          case IntTerm.Constant(var value) ->
              value.signum() < 0 ? "(- " + value.negate() + ")" : value.toString();
          case IntTerm.Variable(var name) -> integer(name, term.interval());
          case IntTerm.Sum(var left, var right) -> "(+ " + text(left) + " " + text(right) + ")";
          case IntTerm.Product(var left, var right) -> "(* " + text(left) + " " + text(right) + ")";
          case IntTerm.Quotient(var left, var right) -> quotient(text(left), text(right));
          case IntTerm.Remainder(var left, var right) ->
              "(mod " + text(left) + " " + text(right) + ")";
          case IntTerm.Choice(var condition, var then, var otherwise) ->
              "(ite " + text(condition) + " " + text(then) + " " + text(otherwise) + ")";
        };
    return term.constant() == null && text.startsWith("(") ? named(term, "Int", text) : text;
  }

  /// SMT-LIB rounds so that the remainder is not negative; we round down.
  private static String quotient(String left, String right) {
    return "(ite (> "
        + right
        + " 0) (div "
        + left
        + " "
        + right
        + ") (div (- "
        + left
        + ") (- "
        + right
        + ")))";
  }

  private String integer(String name, Interval interval) {
    String symbol = "|int " + name + "|";
    if (declared.add("(declare-const " + symbol + " Int)")) {
      BigInteger low = interval.low();
      BigInteger high = interval.high();
      if (low != null) {
        lines.add("(assert (<= " + constant(low) + " " + symbol + "))");
      }
      if (high != null) {
        lines.add("(assert (<= " + symbol + " " + constant(high) + "))");
      }
    }
    return symbol;
  }

  private static String constant(BigInteger value) {
    return value.signum() < 0 ? "(- " + value.negate() + ")" : value.toString();
  }

  private String named(Object node, String sort, String text) {
    if (!bound.isEmpty()) {
      return text;
    }
    String name = "n" + defined.size();
    lines.add("(define-fun " + name + " () " + sort + " " + text + ")");
    defined.put(node, name);
    return name;
  }
}
