package skolem.explicit.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import skolem.explicit.Specifications;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;

/// Which successors an action has, in which order, and how they are labelled.
class ActionEnumeratorTest {
  /// `label: values` of each successor of the single initial state of x, y.
  private static List<String> successors(String definitions) {
    Model model =
        Specifications.model(
            "VARIABLES x, y\nInit == x = 0 /\\ y = 0\n" + definitions, "INIT Init NEXT Next");
    Model.Behaviour behaviour = Objects.requireNonNull(model.behaviour());
    Evaluator evaluator = new Evaluator(_ -> {});
    List<Value[]> initial = new ArrayList<>();
    evaluator
        .actions()
        .initialStates(
            "Init", behaviour.init().expr(), model.variables(), null, (s, _) -> initial.add(s));
    States current = States.of(initial.getFirst(), 1);
    List<String> found = new ArrayList<>();
    evaluator
        .actions()
        .successors(
            behaviour.next().name(),
            behaviour.next().expr(),
            model.variables(),
            current,
            null,
            (next, label) ->
                found.add(
                    label.label(evaluator, States.of(initial.getFirst(), next, 1))
                        + ": "
                        + List.of(next)));
    return found;
  }

  @Test
  void disjunctionsQuantifiersAndMembershipBranch() {
    assertThat(
            successors(
                "Next == (x' = 1 /\\ y' = 2) \\/ (x' \\in {3, 4} /\\ \\E i \\in 5..6 : y' = i)"))
        .containsExactly(
            "Next: [1, 2]", "Next: [3, 5]", "Next: [3, 6]", "Next: [4, 5]", "Next: [4, 6]");
  }

  @Test
  void anAssignedVariableIsTested() {
    assertThat(successors("Next == x' \\in 1..4 /\\ x' \\in {2, 4, 6} /\\ x' # 2 /\\ y' = x'"))
        .containsExactly("Next: [4, 4]");
  }

  @Test
  void conditionsDecideAndUniversalsConjoin() {
    assertThat(
            successors(
                """
                Next == /\\ IF x = 0 THEN x' = 1 ELSE x' = 2
                        /\\ CASE x = 1 -> y' = 1 [] x = 0 -> y' \\in {3, 4}
                        /\\ \\A i \\in 1..2 : x' = i => y' # 3
                """))
        .containsExactly("Next: [1, 4]");
  }

  @Test
  void unchangedReachesThroughDefinitionsAndTuples() {
    assertThat(successors("part == <<y>>\nvars == <<x, part>>\nNext == UNCHANGED vars"))
        .containsExactly("Next: [0, 0]");
  }

  /// The operand is evaluated anew when the next state differs.
  @Test
  void operandsThatMentionTheNextStateAreNotKeptAcrossBranches() {
    assertThat(successors("Copy(v) == x' \\in {1, 2} /\\ y' = v + v\nNext == Copy(x' * 10)"))
        .containsExactly("Copy(v = 10): [1, 20]", "Copy(v = 20): [2, 40]");
  }

  @Test
  void anOperandUnderAPrimeReadsTheNextState() {
    assertThat(successors("Same(v) == x' = 5 /\\ y' = v' - v\nNext == Same(x + 1)"))
        .containsExactly("Same(v = 1): [5, 5]");
  }

  @Test
  void variablesAndActionsCanBeOperands() {
    assertThat(
            successors(
                """
                Set(v, e) == v' = e
                Both(A, B) == A /\\ B
                Next == Both(Set(x, 1), Set(y, 2))
                """))
        .extracting(s -> s.substring(s.indexOf(": ")))
        .containsExactly(": [1, 2]");
  }

  @Test
  void letDefinitionsMayBeActions() {
    assertThat(successors("Next == LET s(i) == x' = i  k == y' = 7 IN s(3) /\\ k"))
        .containsExactly("Next: [3, 7]");
  }

  /// As in TLC: each way on which the body is true gives the step once more.
  @Test
  void theBodyOfAFunctionByRuleBranches() {
    assertThat(
            successors(
                "f[i \\in 0..1] == x = i \\/ \\E j \\in 0..2 : y <= j\n"
                    + "Next == f[0] /\\ x' = 1 /\\ y' = 1"))
        .containsExactly("Next: [1, 1]", "Next: [1, 1]", "Next: [1, 1]", "Next: [1, 1]");
  }

  /// The function is that of the next state, where `x` is not 0.
  @Test
  void theBodyOfAPrimedFunctionSpeaksOfTheNextState() {
    assertThat(
            successors(
                "f[i \\in 0..1] == x = i\n"
                    + "Next == x' = 1 /\\ y' \\in 0..1 /\\ LET g == f' IN g[y']"))
        .containsExactly("Next: [1, 1]");
  }

  @Test
  void labelsNameTheInnermostDefinitionAndItsParameters() {
    assertThat(
            successors(
                """
                A == x' = 1 /\\ y' = 1
                B(self) == /\\ x' = self
                           /\\ \\E j \\in 1..2 : y' = j
                C(self, other) == x' = self /\\ y' = other
                D(i) == \\/ A
                        \\/ B(i)
                Next == \\/ A
                        \\/ \\E i \\in 5..6 : B(i)
                        \\/ \\E i \\in {7}, j \\in {8} : C(j, i + 1)
                        \\/ \\E i \\in {9} : /\\ x' = i
                                            /\\ y' = i
                        \\/ \\E k \\in {3} : D(k)
                """))
        .containsExactly(
            "A: [1, 1]",
            "B(self = 5): [5, 1]",
            "B(self = 5): [5, 2]",
            "B(self = 6): [6, 1]",
            "B(self = 6): [6, 2]",
            "C(self = 8, other = 8, i = 7): [8, 8]",
            "Next(i = 9): [9, 9]",
            "A: [1, 1]",
            "B(self = 3): [3, 1]",
            "B(self = 3): [3, 2]");
  }

  @Test
  void enabledLooksForAnySuccessor() {
    assertThat(
            successors(
                """
                A == x = 0 /\\ x' \\in {1} /\\ y' = 1
                B == x = 1 /\\ x' = 2
                Next == /\\ x' = IF ENABLED A THEN 1 ELSE 0
                        /\\ y' = IF ENABLED B THEN 1 ELSE 0
                """))
        .containsExactly("Next: [1, 0]");
  }

  @Test
  void compositionGoesThroughIntermediateStates() {
    assertThat(
            successors(
                """
                A == x' \\in {1, 2} /\\ y' = y
                B == x > 1 /\\ x' = x * 10 /\\ y' = x
                Next == A \\cdot B
                """))
        .extracting(s -> s.substring(s.indexOf(": ")))
        .containsExactly(": [20, 2]");
  }

  @Test
  void anglesDemandChange() {
    assertThat(successors("Next == <<x' \\in {0, 1} /\\ y' = 0>>_<<x, y>>"))
        .containsExactly("Next: [1, 0]");
  }

  @Test
  void aVariableWithoutAValueIsAnError() {
    assertThatThrownBy(() -> successors("Jump == x' = 1\nNext == Jump"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("successor state of Jump is not completely specified")
        .hasMessageContaining("no value for y");
    assertThatThrownBy(() -> successors("Next == y' = x' /\\ x' = 1"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("x' has no value yet");
  }

  /// The body of a function is part of the action that applies it.
  @Test
  void functionsOfActionsAssign() {
    assertThat(
            successors(
                "f == [i \\in 1..2 |-> x' = i /\\ y' \\in {i, 2 * i}]\n"
                    + "Next == \\E i \\in 1..2 : f[i]"))
        .containsExactly(
            "Next(i = 1): [1, 1]",
            "Next(i = 1): [1, 2]",
            "Next(i = 2): [2, 2]",
            "Next(i = 2): [2, 4]");
  }
}
