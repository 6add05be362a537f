package skolem.encoder.unroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.IntTerm;
import skolem.encoder.formula.Valuation;
import skolem.frontend.model.ModelLoader;

/// Which steps can be swapped, argued action by action.
class IndependenceTest {
  private static final String SPECIFICATION =
      """
      ---- MODULE Test ----
      EXTENDS Naturals
      VARIABLES x, y, z
      Init == x \\in 0..2 /\\ y \\in 0..1 /\\ z \\in 0..1
      SetOne == x' = 1 /\\ UNCHANGED <<y, z>>
      SetOneToo == x' = 1 /\\ UNCHANGED <<y, z>>
      SetTwo == x' = 2 /\\ UNCHANGED <<y, z>>
      Grow == x < 2 /\\ x' = x + 1 /\\ UNCHANGED <<y, z>>
      Close == y' = 1 /\\ UNCHANGED <<x, z>>
      Enter == y = 0 /\\ z' = 1 /\\ UNCHANGED <<x, y>>
      Open == y' = 0 /\\ UNCHANGED <<x, z>>
      Next == SetOne \\/ SetOneToo \\/ SetTwo \\/ Grow \\/ Close \\/ Enter
          \\/ Open
      ====
      """;

  private static final List<String> ACTIONS =
      List.of("SetOne", "SetOneToo", "SetTwo", "Grow", "Close", "Enter", "Open");

  /// The two that set x to 1 do the same in either order; what is about x, and what is not, have
  /// nothing to do with one another. `Enter` reads what `Close`, before it in the specification,
  /// and `Open`, after it, change, and `Grow` what it changes itself.
  private static final Set<Set<String>> CAN_BE_SWAPPED =
      Set.of(
          Set.of("SetOne", "SetOneToo"),
          Set.of("SetOne", "Close"),
          Set.of("SetOne", "Enter"),
          Set.of("SetOneToo", "Close"),
          Set.of("SetOneToo", "Enter"),
          Set.of("SetTwo", "Close"),
          Set.of("SetTwo", "Enter"),
          Set.of("Grow", "Close"),
          Set.of("Grow", "Enter"),
          Set.of("SetOne", "Open"),
          Set.of("SetOneToo", "Open"),
          Set.of("SetTwo", "Open"),
          Set.of("Grow", "Open"));

  @TempDir private Path folder;

  @Test
  void oneOrderOfThoseThatCanBeSwappedIsLeftOut() throws IOException {
    Unrolling unrolling = anywhere();
    SequencedMap<Formula, Fact> variables = unrolling.beginWithin(forms());
    Frame first = unrolling.extend();
    Independence independence =
        Independence.of(
            first, variables, unrolling.frames().getFirst().values(), unrolling.formulas());
    Frame second = unrolling.extend();
    List<Formula> inOrder = independence.inOrder(first, second, unrolling.formulas());

    for (int i = 0; i < ACTIONS.size(); i++) {
      for (int j = i; j < ACTIONS.size(); j++) {
        String one = ACTIONS.get(i);
        String other = ACTIONS.get(j);
        List<Formula> leftOut = new ArrayList<>();
        for (Formula before : first.taken(one)) {
          for (Formula after : second.taken(other)) {
            leftOut.addAll(violated(inOrder, before, after, unrolling));
          }
        }
        for (Formula before : first.taken(other)) {
          for (Formula after : second.taken(one)) {
            leftOut.addAll(violated(inOrder, before, after, unrolling));
          }
        }
        int orders = first.taken(one).size() * first.taken(other).size();
        boolean canBeSwapped = i != j && CAN_BE_SWAPPED.contains(Set.of(one, other));
        assertThat(leftOut).as(one + ", " + other).hasSize(canBeSwapped ? orders : 0);
      }
    }
  }

  private Unrolling anywhere() throws IOException {
    Path module = folder.resolve("Test.tla");
    Path config = folder.resolve("Test.cfg");
    Files.writeString(module, SPECIFICATION);
    Files.writeString(config, "INIT Init\nNEXT Next\n");
    return new Unrolling(ModelLoader.load(ModelLoader.Request.of(module).withConfig(config)));
  }

  /// Those of the states that are reached in a step.
  private List<Form> forms() throws IOException {
    Unrolling behaviours = anywhere();
    behaviours.begin();
    return Objects.requireNonNull(behaviours.extend().forms());
  }

  private static List<Formula> violated(
      List<Formula> constraints, Formula before, Formula after, Unrolling unrolling) {
    Valuation valuation = new Valuation(unrolling.formulas(), new Both(before, after));
    return constraints.stream().filter(constraint -> !valuation.holds(constraint)).toList();
  }

  /// Makes two variables true.
  private record Both(Formula one, Formula other) implements Assignment {
    @Override
    public boolean value(Formula variable) {
      return (variable.positive().equals(one) || variable.positive().equals(other))
          != variable.negated();
    }

    @Override
    public BigInteger value(IntTerm variable) {
      throw new AssertionError("there are no integers that the solver computes with");
    }
  }
}
