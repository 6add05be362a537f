package skolem.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.differential.Type.Basic;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;

/// The laws of sets, functions, sequences, records and tuples hold, in the concrete evaluator, of
/// the random expressions on which the engines are compared.
class LawsTest {
  /// How many samples of each law.
  private static final int SAMPLES = Integer.getInteger("skolem.differential.cases", 500) / 25;

  private static final int FUEL = 3;

  private static final String CONFIGURATION = "CONSTANTS m1 = m1 m2 = m2";

  private static final String CHECK_DEFINED = "TRUE";

  /// What the names in a law stand for.
  private interface Names {
    SequencedMap<String, Type> of(TermGenerator terms);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECK_DEFINED,
        "A \\cup A = A /\\ A \\cap A = A /\\ A \\ A = {}",
        "A \\cup {} = A /\\ A \\cap {} = {} /\\ A \\ {} = A",
        "A \\cup B = B \\cup A /\\ A \\cap B = B \\cap A",
        "A \\cup (B \\cup C) = (A \\cup B) \\cup C",
        "A \\cap (B \\cap C) = (A \\cap B) \\cap C",
        "A \\cap (B \\cup C) = (A \\cap B) \\cup (A \\cap C)",
        "A \\cup (B \\cap C) = (A \\cup B) \\cap (A \\cup C)",
        "A \\ (B \\cup C) = (A \\ B) \\cap (A \\ C)",
        "A \\ (B \\cap C) = (A \\ B) \\cup (A \\ C)",
        "A \\cap (A \\cup B) = A /\\ A \\cup (A \\cap B) = A",
        "UNION {A, B, C} = A \\cup B \\cup C /\\ UNION SUBSET (A \\cap B) = A \\cap B",
        "(A = B) <=> (A \\subseteq B /\\ B \\subseteq A)",
        "(A = B) <=> (\\A y \\in A \\cup B : y \\in A <=> y \\in B)",
        "(A \\subseteq B) <=> (A \\cup B = B)",
        "A \\cap B \\in SUBSET A",
        "(x \\in A \\cup B) <=> (x \\in A \\/ x \\in B)",
        "(x \\in A \\ B) <=> (x \\in A /\\ x \\notin B)",
        "{y \\in A : y \\in B} = A \\cap B /\\ {y : y \\in A} = A",
        "Cardinality(A \\cup B) + Cardinality(A \\cap B) = Cardinality(A) + Cardinality(B)",
        "Cardinality(A \\X B) = Cardinality(A) * Cardinality(B)",
        "Cardinality(SUBSET (A \\cap B)) = 2^Cardinality(A \\cap B)",
        "A # {} => (CHOOSE y \\in A : TRUE) \\in A",
        "A = B => (CHOOSE y \\in A \\cup {x} : TRUE) = (CHOOSE y \\in B \\cup {x} : TRUE)"
      })
  void setsObey(String law) {
    check(
        law,
        terms -> {
          Type element = terms.type(1);
          return names(Map.of("A B C", new Type.SetOf(element), "x", element));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECK_DEFINED,
        "(f = g) <=> (DOMAIN f = DOMAIN g /\\ \\A y \\in DOMAIN f : f[y] = g[y])",
        "[y \\in DOMAIN f |-> f[y]] = f",
        "f \\in [DOMAIN f -> {f[y] : y \\in DOMAIN f}]",
        "DOMAIN [f EXCEPT ![k] = v] = DOMAIN f",
        "k \\in DOMAIN f => [f EXCEPT ![k] = v][k] = v",
        "\\A y \\in DOMAIN f : y # k => [f EXCEPT ![k] = v][y] = f[y]",
        "[f EXCEPT ![k] = @] = f",
        "k \\in DOMAIN f => [f EXCEPT ![k] = f[k]] = f",
        "[[f EXCEPT ![k] = v] EXCEPT ![k] = w] = [f EXCEPT ![k] = w]",
        "[f EXCEPT ![k] = v, ![k] = w] = [f EXCEPT ![k] = w]",
        "k # l => [f EXCEPT ![k] = v, ![l] = w] = [f EXCEPT ![l] = w, ![k] = v]",
        "k \\in DOMAIN f => [f EXCEPT ![k] = {@}] = [f EXCEPT ![k] = {f[k]}]",
        "[y \\in {1} |-> [f EXCEPT ![k] = v]] = [[y \\in {1} |-> f] EXCEPT ![1][k] = v]",
        "f @@ f = f /\\ (f @@ g) @@ h = f @@ (g @@ h)",
        "DOMAIN (f @@ g) = DOMAIN f \\cup DOMAIN g",
        "\\A y \\in DOMAIN f : (f @@ g)[y] = f[y]",
        "(k :> v)[k] = v /\\ DOMAIN (k :> v) = {k}"
      })
  void functionsObey(String law) {
    check(
        law,
        terms -> {
          Basic key = terms.basicType();
          Type result = terms.type(1);
          return names(Map.of("f g h", new Type.Function(key, result), "k l", key, "v w", result));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECK_DEFINED,
        "(s \\o t) \\o u = s \\o (t \\o u)",
        "s \\o <<>> = s /\\ <<>> \\o s = s",
        "Len(s \\o t) = Len(s) + Len(t) /\\ DOMAIN s = 1..Len(s)",
        "Append(s, e) = s \\o <<e>>",
        "Head(<<e>> \\o s) = e /\\ Tail(<<e>> \\o s) = s",
        "s # <<>> => <<Head(s)>> \\o Tail(s) = s",
        "SubSeq(s \\o t, 1, Len(s)) = s /\\ SubSeq(s \\o t, Len(s) + 1, Len(s) + Len(t)) = t",
        "(s = t) <=> (Len(s) = Len(t) /\\ \\A i \\in 1..Len(s) : s[i] = t[i])",
        "\\A i \\in 1..Len(s) : [s EXCEPT ![i] = e] = "
            + "SubSeq(s, 1, i - 1) \\o <<e>> \\o SubSeq(s, i + 1, Len(s))",
        "SelectSeq(s \\o t, LAMBDA y : y # e)"
            + " = SelectSeq(s, LAMBDA y : y # e) \\o SelectSeq(t, LAMBDA y : y # e)",
        "s \\in Seq({s[i] : i \\in DOMAIN s})",
        "[i \\in 1..Len(s) |-> s[i]] = s"
      })
  void sequencesObey(String law) {
    check(
        law,
        terms -> {
          Type element = terms.type(1);
          return names(Map.of("s t u", new Type.Sequence(element), "e", element));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECK_DEFINED,
        "(p = q) <=> (p.n = q.n /\\ p.t = q.t)",
        "[n |-> p.n, t |-> p.t] = p /\\ [y \\in {\"n\", \"t\"} |-> p[y]] = p",
        "[p EXCEPT !.n = v].n = v /\\ [p EXCEPT !.n = v].t = p.t",
        "[p EXCEPT !.n = q.n, !.t = q.t] = q",
        "p \\in [n : {p.n}, t : {p.t}] /\\ DOMAIN p = {\"n\", \"t\"}",
        "(<<v, p>> = <<w, q>>) <=> (v = w /\\ p = q)",
        "<<v, p>>[1] = v /\\ <<v, p>>[2] = p /\\ <<v, p>> \\in {v, w} \\X {p, q}",
        "[<<v, p>> EXCEPT ![1] = w] = <<w, p>>"
      })
  void recordsAndTuplesObey(String law) {
    check(
        law,
        terms -> {
          Type field = terms.type(1);
          Type record = Type.RecordOf.of(Map.of("n", field, "t", Basic.STRING));
          return names(Map.of("p q", record, "v w", field));
        });
  }

  /// @param types by names with blanks between them
  private static SequencedMap<String, Type> names(Map<String, Type> types) {
    SequencedMap<String, Type> all = new LinkedHashMap<>();
    types.keySet().stream()
        .sorted()
        .forEach(names -> List.of(names.split(" ")).forEach(n -> all.put(n, types.get(names))));
    return all;
  }

  /// One model, with an assumption for each sample.
  private static void check(String law, Names names) {
    TermGenerator terms = new TermGenerator(new Random(law.hashCode()), false);
    StringBuilder text = new StringBuilder(SpecificationGenerator.PRELUDE);
    for (int i = 0; i < SAMPLES; i++) {
      text.append("ASSUME LET");
      names
          .of(terms)
          .forEach((name, type) ->
              text.append(' ')
                  .append(name)
                  .append(" == ")
                  .append(terms.term(type, Scope.empty(), FUEL).text()));
      text.append(" IN ").append(law).append('\n');
    }
    Model model = Modules.load(text + "====\n", CONFIGURATION);
    assertThat(model.assumptions()).hasSize(SAMPLES);
    Evaluator evaluator = new Evaluator(_ -> {});
    for (Model.Named sample : model.assumptions()) {
      assertThat(outcome(evaluator, sample)).as(sample.expr().span().text()).isEqualTo("TRUE");
    }
  }

  private static String outcome(Evaluator evaluator, Model.Named sample) {
    try {
      return evaluator.value(sample.expr(), States.NONE).toString();
    } catch (RejectedException error) {
      return String.valueOf(error.getMessage());
    }
  }
}
