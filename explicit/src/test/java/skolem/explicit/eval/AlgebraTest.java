package skolem.explicit.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.explicit.Specifications;
import skolem.frontend.model.Model;

/// The laws of sets, functions and sequences hold of random expressions.
class AlgebraTest {
  private static final int SAMPLES = 60;

  private static final List<String> SET_LAWS =
      List.of(
          "A \\cup A = A",
          "A \\cap A = A",
          "A \\ A = {}",
          "A \\cup B = B \\cup A",
          "A \\cap B = B \\cap A",
          "A \\cup (B \\cup C) = (A \\cup B) \\cup C",
          "A \\cap (B \\cap C) = (A \\cap B) \\cap C",
          "A \\cap (B \\cup C) = (A \\cap B) \\cup (A \\cap C)",
          "A \\cup (B \\cap C) = (A \\cup B) \\cap (A \\cup C)",
          "A \\ (B \\cup C) = (A \\ B) \\cap (A \\ C)",
          "A \\ (B \\cap C) = (A \\ B) \\cup (A \\ C)",
          "A \\cap (A \\cup B) = A",
          "A \\cup (A \\cap B) = A",
          "UNION {A, B, C} = A \\cup B \\cup C",
          "(A = B) <=> (A \\subseteq B /\\ B \\subseteq A)",
          "(A = B) <=> (\\A x \\in A \\cup B : x \\in A <=> x \\in B)",
          "(A \\subseteq B) <=> (A \\cup B = B)",
          "A \\cap B \\in SUBSET A",
          "{x \\in A : x \\in B} = A \\cap B",
          "{x : x \\in A} = A",
          "Cardinality(A \\cup B) + Cardinality(A \\cap B) = Cardinality(A) + Cardinality(B)",
          "Cardinality(A \\X B) = Cardinality(A) * Cardinality(B)",
          "A # {} => (CHOOSE x \\in A : TRUE) \\in A");

  private static final List<String> FUNCTION_LAWS =
      List.of(
          "(f = g) <=> (DOMAIN f = DOMAIN g /\\ \\A x \\in DOMAIN f : f[x] = g[x])",
          "[x \\in DOMAIN f |-> f[x]] = f",
          "f \\in [DOMAIN f -> {f[x] : x \\in DOMAIN f}]",
          "DOMAIN [f EXCEPT ![k] = v] = DOMAIN f",
          "k \\in DOMAIN f => [f EXCEPT ![k] = v][k] = v",
          "\\A x \\in DOMAIN f : x # k => [f EXCEPT ![k] = v][x] = f[x]",
          "[f EXCEPT ![k] = @] = f",
          "[[f EXCEPT ![k] = v] EXCEPT ![k] = w] = [f EXCEPT ![k] = w]",
          "[f EXCEPT ![k] = v, ![k] = w] = [f EXCEPT ![k] = w]",
          "k # v => [f EXCEPT ![k] = w, ![v] = w] = [f EXCEPT ![v] = w, ![k] = w]",
          "f @@ f = f",
          "DOMAIN (f @@ g) = DOMAIN f \\cup DOMAIN g",
          "(f @@ g) @@ h = f @@ (g @@ h)",
          "\\A x \\in DOMAIN f : (f @@ g)[x] = f[x]");

  private static final List<String> SEQUENCE_LAWS =
      List.of(
          "(s \\o t) \\o u = s \\o (t \\o u)",
          "s \\o <<>> = s /\\ <<>> \\o s = s",
          "Len(s \\o t) = Len(s) + Len(t)",
          "DOMAIN s = 1..Len(s)",
          "Append(s, k) = s \\o <<k>>",
          "Head(<<k>> \\o s) = k /\\ Tail(<<k>> \\o s) = s",
          "SubSeq(s \\o t, 1, Len(s)) = s",
          "SubSeq(s \\o t, Len(s) + 1, Len(s) + Len(t)) = t",
          "(s = t) <=> (Len(s) = Len(t) /\\ \\A i \\in 1..Len(s) : s[i] = t[i])",
          "SelectSeq(s \\o t, LAMBDA e : e > k)"
              + " = SelectSeq(s, LAMBDA e : e > k) \\o SelectSeq(t, LAMBDA e : e > k)",
          "s \\in Seq(Int)");

  static List<String> sets() {
    return SET_LAWS;
  }

  static List<String> functions() {
    return FUNCTION_LAWS;
  }

  static List<String> sequences() {
    return SEQUENCE_LAWS;
  }

  /// One model with an assumption for each sample.
  private static void check(
      String law, java.util.function.Function<RandomExpressions, String> let) {
    StringBuilder body = new StringBuilder();
    RandomExpressions expressions = new RandomExpressions(law.hashCode());
    for (int i = 0; i < SAMPLES; i++) {
      body.append("ASSUME LET ").append(let.apply(expressions)).append(" IN ").append(law);
      body.append('\n');
    }
    Model model = Specifications.model(body.toString(), "");
    assertThat(model.assumptions()).hasSize(SAMPLES);
    Evaluator evaluator = new Evaluator(_ -> {});
    for (Model.Named sample : model.assumptions()) {
      assertThat(evaluator.holds(sample.expr(), States.NONE))
          .as(sample.expr().span().text())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void setsObey(String law) {
    check(law, e -> "A == " + e.set() + " B == " + e.set() + " C == " + e.set());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsObey(String law) {
    check(
        law,
        e ->
            "f == "
                + e.function()
                + " g == "
                + e.function()
                + " h == "
                + e.function()
                + " k == "
                + e.integer()
                + " v == "
                + e.integer()
                + " w == "
                + e.integer());
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void sequencesObey(String law) {
    check(
        law,
        e ->
            "s == "
                + e.sequence()
                + " t == "
                + e.sequence()
                + " u == "
                + e.sequence()
                + " k == "
                + e.integer());
  }
}
