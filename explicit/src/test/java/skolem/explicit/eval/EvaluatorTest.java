package skolem.explicit.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.explicit.Specifications;

/// Values of expressions, as the standard modules and *Specifying Systems* define them.
class EvaluatorTest {
  private static String evaluate(String expression) {
    return new Evaluator(_ -> {})
        .value(Specifications.expression(expression), States.NONE)
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          TRUE /\\ FALSE                                      ; FALSE
          FALSE => (1 = 2)                                    ; TRUE
          ~(TRUE <=> FALSE)                                   ; TRUE
          IF 1 < 2 THEN "yes" ELSE "no"                       ; "yes"
          CASE 1 = 2 -> 10 [] 2 = 2 -> 20 [] OTHER -> 30      ; 20
          CASE 1 = 2 -> 10 [] OTHER -> 30                     ; 30
          LET x == 3 f(y) == x + y IN f(4)                    ; 7
          LET f(g(_), y) == g(g(y)) IN f(LAMBDA z : z * z, 3) ; 81
          \\A x, y \\in 1..3 : x + y <= 6                     ; TRUE
          \\E x \\in {} : TRUE                                ; FALSE
          \\E <<x, y>> \\in {<<1, 2>>, <<3, 4>>} : x + y = 7  ; TRUE
          CHOOSE x \\in {5, 3, 9} : x > 3                     ; 5
          CHOOSE <<x, y>> \\in {<<1, 2>>, <<3, 4>>} : x > 1   ; <<3, 4>>
          FALSE /\\ (CHOOSE x \\in {} : TRUE) = 1             ; FALSE
          TRUE \\/ Head(<<>>) = 1                             ; TRUE
          """)
  void logic(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          (-7) \\div 2          ; -4
          7 \\div (-2)          ; -4
          (-7) % 2              ; 1
          2^100                 ; 1267650600228229401496703205376
          (-1)^3                ; -1
          9223372036854775807 + 1 ; 9223372036854775808
          2 - 5                 ; -3
          -(3)                  ; -3
          3 >= 3                ; TRUE
          """)
  void arithmetic(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {3, 1, 2, 1}                                 ; {1, 2, 3}
          {1, 2} \\cup {2, 3}                          ; {1, 2, 3}
          (1..4) \\cap {0, 2, 4, 6}                    ; {2, 4}
          (1..4) \\ {2}                                ; {1, 3, 4}
          UNION {{1}, {2, 3}, {}}                      ; {1, 2, 3}
          SUBSET {1, 2}                                ; {{}, {1}, {2}, {1, 2}}
          {x \\in 1..6 : x % 2 = 0}                    ; {2, 4, 6}
          {x * y : x, y \\in 1..3}                     ; {1, 2, 3, 4, 6, 9}
          {<<x, y>> \\in {<<1, 2>>, <<3, 1>>} : x > y} ; {<<3, 1>>}
          {1} \\X {a, b}                               ; {<<1, a>>, <<1, b>>}
          {} \\subseteq {1}                            ; TRUE
          {1, 4} \\subseteq 1..3                       ; FALSE
          SUBSET {1, 2} \\subseteq SUBSET Nat          ; TRUE
          Cardinality(SUBSET (1..70))                  ; 1180591620717411303424
          Cardinality([1..3 -> 1..10])                 ; 1000
          Cardinality([x : 1..3, y : 1..4])            ; 12
          IsFiniteSet(Nat)                             ; FALSE
          {} = {x \\in 1..3 : x > 3}                   ; TRUE
          {1, 2} = {2, 1}                              ; TRUE
          {1} = {"a", "b"}                             ; FALSE
          """)
  void sets(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  /// Whether a set that is not written out is finite, by counting its elements.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          IsFiniteSet(Any)                                   ; FALSE
          IsFiniteSet(SUBSET Nat)                            ; FALSE
          IsFiniteSet([1..2 -> Nat])                         ; FALSE
          IsFiniteSet([1..2 -> 1..3])                        ; TRUE
          IsFiniteSet([{} -> Nat])                           ; TRUE
          IsFiniteSet([Nat -> Nat])                          ; FALSE
          IsFiniteSet([Nat -> {1, 2}])                       ; FALSE
          Cardinality([{} -> Nat])                           ; 1
          Cardinality([{1} -> {}])                           ; 0
          IsFiniteSet(Nat \\X {1})                           ; FALSE
          IsFiniteSet({1} \\X {2})                           ; TRUE
          IsFiniteSet([p : {1}, q : Nat])                    ; FALSE
          IsFiniteSet(Nat \\cup {-1})                        ; FALSE
          IsFiniteSet({-1} \\cup Nat)                        ; FALSE
          IsFiniteSet((SUBSET {1}) \\cup SUBSET {2})         ; TRUE
          IsFiniteSet((SUBSET {1}) \\cap SUBSET Nat)         ; TRUE
          IsFiniteSet((SUBSET Nat) \\cap SUBSET {1})         ; TRUE
          IsFiniteSet(Int \\ {1})                            ; FALSE
          IsFiniteSet((SUBSET {1}) \\ SUBSET Nat)            ; TRUE
          IsFiniteSet({x \\in SUBSET {1, 2} : 1 \\in x})     ; TRUE
          IsFiniteSet(UNION {Nat, SUBSET {1}})               ; FALSE
          IsFiniteSet(UNION {SUBSET {2}, SUBSET {1}})        ; TRUE
          IsFiniteSet(Seq({}))                               ; TRUE
          IsFiniteSet(Seq(1..0))                             ; TRUE
          IsFiniteSet(Seq(1..1))                             ; FALSE
          IsFiniteSet(Seq(Nat))                              ; FALSE
          Cardinality(Seq({}))                               ; 1
          Seq(1..0)                                          ; {<<>>}
          <<1, 2>> \\in [{x \\in Nat : x > 1} -> Nat]        ; FALSE
          <<1, 2>> \\in [Nat -> Nat]                         ; FALSE
          """)
  void finiteness(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  /// Sets that are never written out.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          5 \\in Nat                                          ; TRUE
          -5 \\in Nat                                         ; FALSE
          -5 \\in Int                                         ; TRUE
          "x" \\in STRING                                     ; TRUE
          a \\in Nat                                          ; FALSE
          <<1, 2>> \\in Seq(Nat)                              ; TRUE
          <<1, -2>> \\in Seq(Nat)                             ; FALSE
          <<>> \\in Seq({})                                   ; TRUE
          {1, 5} \\in SUBSET Nat                              ; TRUE
          {1, -5} \\in SUBSET Nat                             ; FALSE
          [x \\in 1..3 |-> x] \\in [1..3 -> Nat]              ; TRUE
          [x \\in 1..3 |-> x] \\in [1..4 -> Nat]              ; FALSE
          [p |-> 1, q |-> {}] \\in [p : Nat, q : SUBSET Int]  ; TRUE
          [p |-> 1] \\in [p : Nat, q : SUBSET Int]            ; FALSE
          <<1, "s">> \\in Nat \\X STRING                      ; TRUE
          0 \\in Nat \\ {0}                                   ; FALSE
          a \\in Nat \\cup {a}                                ; TRUE
          8 \\in {x \\in Nat : x % 2 = 0}                     ; TRUE
          3 \\in UNION {1..n : n \\in 1..3}                   ; TRUE
          <<1, 1>> \\in UNION {[1..n -> {1}] : n \\in 0..2}   ; TRUE
          [x \\in Nat |-> x * x][1000]                        ; 1000000
          LET f[n \\in Nat] == IF n = 0 THEN 1 ELSE n * f[n - 1] IN f[20] ; 2432902008176640000
          LET f[n \\in Nat] == IF n < 2 THEN n ELSE f[n - 1] + f[n - 2] IN f[80] ; 23416728348467685
          """)
  void setsByRule(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [x \\in 1..3 |-> x + 1]                              ; <<2, 3, 4>>
          [x \\in {a} |-> 1]                                   ; (a :> 1)
          [x \\in {1, 2}, y \\in {3} |-> x + y][2, 3]          ; 5
          [q |-> 1, p |-> 2]                                   ; [p |-> 2, q |-> 1]
          [p |-> 1, q |-> 2].q                                 ; 2
          [[p |-> 1, q |-> 2] EXCEPT !.p = @ + 10]             ; [p |-> 11, q |-> 2]
          [<<1, 2>> EXCEPT ![1] = 5, ![2] = @ + 1]             ; <<5, 3>>
          [<<<<1, 2>>>> EXCEPT ![1][2] = @ * 10]               ; <<<<1, 20>>>>
          [<<1, 2>> EXCEPT ![3] = 5]                           ; <<1, 2>>
          DOMAIN [p |-> 1, q |-> 2]                            ; {"p", "q"}
          DOMAIN <<7, 8>>                                      ; {1, 2}
          [{1, 2} -> {a, b}]                                   ; {<<a, a>>, <<a, b>>, <<b, a>>, <<b, b>>}
          [{} -> Nat] = {<<>>}                                 ; TRUE
          [{} -> {1}]                                          ; {<<>>}
          [p : {1}, q : {2, 3}]                                ; {[p |-> 1, q |-> 2], [p |-> 1, q |-> 3]}
          <<1, 2>> = [x \\in {1, 2} |-> x]                     ; TRUE
          [p |-> 1] = [x \\in {"p"} |-> 1]                     ; TRUE
          """)
  void functions(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Len(<<4, 5>>)                                     ; 2
          Head(<<4, 5>>)                                    ; 4
          Tail(<<4, 5>>)                                    ; <<5>>
          Append(<<4>>, 5)                                  ; <<4, 5>>
          <<1>> \\o <<2, 3>>                                ; <<1, 2, 3>>
          SubSeq(<<1, 2, 3, 4>>, 2, 3)                      ; <<2, 3>>
          SubSeq(<<1, 2>>, 2, 1)                            ; <<>>
          SelectSeq(<<1, 2, 3, 4>>, LAMBDA x : x % 2 = 0)   ; <<2, 4>>
          SortSeq(<<3, 1, 2>>, LAMBDA x, y : x > y)         ; <<3, 2, 1>>
          SortSeq(<<3, 1, 2>>, <)                           ; <<1, 2, 3>>
          "ab" \\o "cd"                                     ; "abcd"
          1 :> 5 @@ 2 :> 6 @@ 1 :> 7                        ; <<5, 6>>
          TLCSet(1, 5) /\\ TLCGet(1) = 5                     ; TRUE
          LET r == TLCGet(1) IN TLCSet(1, 5) /\\ r = 5 /\\ TLCSet(1, 6) /\\ r = 6 ; TRUE
          LET z == TLCSet(1, 0) IN z /\\ TLCSet(1, 5) /\\ z /\\ TLCGet(1) = 0    ; TRUE
          "p" :> 5                                          ; [p |-> 5]
          Cardinality(Permutations({a, b, c}))              ; 6
          ToString(<<1, "x">>)                              ; "<<1, \\"x\\">>"
          """)
  void sequencesAndTlc(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value.replace("\\\\", "\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a = a        ; TRUE
          a = b        ; FALSE
          a = 1        ; FALSE
          a \\in {1, 2} ; FALSE
          T_1 = T_2    ; FALSE
          T_1 = a      ; FALSE
          """)
  void modelValues(String expression, String value) {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @Test
  void printWritesToTheOutput() {
    List<String> lines = new ArrayList<>();
    Evaluator evaluator = new Evaluator(lines::add);
    evaluator.value(Specifications.expression("PrintT(<<1>>) /\\ Print(\"m\", TRUE)"), States.NONE);
    assertThat(lines).containsExactly("<<1>>", "\"m\"  TRUE");
  }
}
