package skolem.explicit.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.explicit.Specifications;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;

/// Expressions that TLA+ leaves without a value, and what is said of them.
class EvaluationErrorsTest {
  private static Diagnostic fault(String expression) {
    Expr expr = Specifications.expression(expression);
    RejectedException error =
        catchThrowableOfType(
            RejectedException.class, () -> new Evaluator(_ -> {}).value(expr, States.NONE));
    assertThat(error).as(expression).isNotNull();
    return error.diagnostics().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <<1, 2>>[3]                       ; <<1, 2>>[3]           ; outside its domain
          [p |-> 1].q                       ; [p |-> 1].q           ; outside its domain
          LET f[n \\in Nat] == n IN f[-1]   ; f[-1]                 ; outside its domain Nat
          5[1]                              ; 5                     ; a function is needed here
          1 + Head(<<>>)                    ; Head(<<>>)            ; empty sequence
          Tail(<<>>)                        ; Tail(<<>>)            ; empty sequence
          SubSeq(<<1>>, 0, 1)               ; SubSeq(<<1>>, 0, 1)   ; length 1
          Len({})                           ; {}                    ; a sequence is needed
          CHOOSE x \\in {1} : x > 1         ; CHOOSE x \\in {1} : x > 1 ; finds no element
          CASE FALSE -> 1                   ; CASE FALSE -> 1       ; no arm
          IF 1 THEN 2 ELSE 3                ; 1                     ; a Boolean is needed
          1 /\\ TRUE                        ; 1                     ; a Boolean is needed
          1 + "a"                           ; "a"                   ; an integer is needed
          1 \\div 0                         ; 1 \\div 0             ; 0
          1 % 0                             ; 1 % 0                 ; positive
          2^(-1)                            ; 2^(-1)                ; negative
          Cardinality(Nat)                  ; Cardinality(Nat)      ; infinite
          \\A x \\in Nat : x >= 0           ; Nat                   ; cannot be enumerated
          {1, "a"}                          ; {1, "a"}              ; cannot be compared
          1 = "a"                           ; 1 = "a"               ; cannot compare an integer 1 with a string "a"
          TRUE = 1                          ; TRUE = 1              ; cannot compare
          <<1>> = {1}                       ; <<1>> = {1}           ; cannot compare
          1 \\in {"a"}                      ; 1 \\in {"a"}          ; cannot decide
          "a" \\in Nat                      ; "a" \\in Nat          ; cannot decide
          T_1 = U_1                         ; T_1 = U_1             ; cannot compare
          T_1 = 1                           ; T_1 = 1               ; cannot compare
          1 \\in 2                          ; 2                     ; a set is needed
          \\E <<x, y>> \\in {1} : TRUE      ; {1}                   ; a tuple of 2
          [5 EXCEPT ![1] = 2]               ; 1                     ; EXCEPT
          Cardinality({x \\in Nat : x < 3}) ; Cardinality({x \\in Nat : x < 3}) ; may be infinite
          <<1>> \\in [{x \\in Nat : x = 1} -> Nat] ; <<1>> \\in [{x \\in Nat : x = 1} -> Nat] ; cannot decide
          """)
  void undefined(String expression, String place, String message) {
    Diagnostic fault = fault(expression);
    assertThat(fault.code()).isEqualTo(Code.UNDEFINED);
    assertThat(fault.span().text()).isEqualTo(place);
    assertThat(fault.message()).contains(message);
  }

  /// What sets are called, written out or not.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1 \\in {"a"}                      ; {"a"}
          "a" \\in 1..3                     ; 1..3
          1 \\in SUBSET Nat                 ; SUBSET Nat
          1 \\in [1..2 -> Nat]              ; [1..2 -> Nat]
          1 \\in Nat \\X {1}                ; Nat \\X {1}
          1 \\in [p : Nat, q : {1}]         ; [p : Nat, q : {1}]
          1 \\in Seq(Nat)                   ; Seq(Nat)
          "a" \\in Nat \\cup {1}            ; Nat \\cup {1}
          "a" \\in UNION {Nat, {1}}         ; a union of 2 sets
          "a" \\in {x \\in Nat : x > 1}     ; {x \\in Nat : …}
          """)
  void setsByName(String expression, String name) {
    assertThat(fault(expression).message()).endsWith("is an element of " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          \\A x : x = x         ; without a set
          (CHOOSE x : x = 1) = 1 ; without a set
          RandomElement({1}) = 1 ; RandomElement
          JavaTime = 1           ; JavaTime
          TLCGet(1) = 2          ; TLCGet
          1 / 2 = 1              ; real numbers
          IsFiniteSet({x \\in Nat : x < 3}) ; not found out
          IsFiniteSet(Int \\ Int)           ; not found out
          IsFiniteSet(Int \\cap Nat)        ; not found out
          IsFiniteSet(Nat \\X {})           ; not found out
          IsFiniteSet([Nat -> {1}])         ; not found out
          IsFiniteSet(SUBSET {x \\in Nat : x < 3}) ; not found out
          IsFiniteSet(Seq({x \\in Nat : x < 3})) ; not found out
          IsFiniteSet(UNION {{x \\in Nat : x < 3}, SUBSET {1}}) ; not found out
          """)
  void unsupported(String expression, String message) {
    Diagnostic fault = fault(expression);
    assertThat(fault.code()).isEqualTo(Code.UNSUPPORTED);
    assertThat(fault.message()).contains(message);
  }

  @Test
  void assertCarriesItsMessage() {
    Diagnostic fault = fault("Assert(1 = 2, \"not equal\")");
    assertThat(fault.code()).isEqualTo(Code.ASSERT);
    assertThat(fault.message()).contains("not equal");
  }

  @Test
  void notesTellTheDefinitionsOnTheWayInnermostFirst() {
    Diagnostic fault = fault("LET f(x) == 1 \\div x  g(y) == f(y - 1) IN g(1) = 0");
    assertThat(fault.notes()).extracting(Diagnostic.Note::message).containsExactly("in f", "in g");
    assertThat(fault.notes().getFirst().span().text()).isEqualTo("f(y - 1)");
  }
}
