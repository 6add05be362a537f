package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.encoder.abstraction.Escape;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// A state that the concrete evaluator reaches is said to be outside of the forms of earlier states
/// exactly where one of its values is none of theirs.
class EscapeTest {
  @ParameterizedTest
  @CsvSource({
    "TwoPhaseCommit, 1, 2",
    "TwoPhaseCommit, 0, 4",
    "LeaderElection, 1, 3",
    "NamePlans, 1, 3",
    "LeaseLock, 2, 4",
    "BoundedQueue, 1, 3"
  })
  void statesWithoutRoomAreOutside(String name, int before, int steps) {
    Model model = ModelLoader.load(ModelLoader.Request.of(Places.EXAMPLES.resolve(name + ".tla")));
    List<String> names = model.variables().stream().map(v -> v.name()).toList();
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    for (int i = 0; i < steps; i++) {
      unrolling.extend();
    }
    List<Form> forms = Objects.requireNonNull(unrolling.frames().get(before).forms());
    Formula outside = Escape.of(unrolling.last().values(), forms, unrolling.formulas());
    int without = 0;
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      unrolling.frames().forEach(frame -> frame.constraints().forEach(session::assertThat));
      List<List<Value>> states = List.copyOf(ReachedStates.of(model).after(steps));
      for (List<Value> state : states.subList(0, Math.min(states.size(), 60))) {
        boolean hasRoom = fit(forms, state);
        Formula shown = unrolling.shows(new State(names, state), steps);
        assertThat(isPossible(session, shown, outside))
            .as("outside: %s", state)
            .isEqualTo(!hasRoom);
        assertThat(isPossible(session, shown, outside.not())).as("%s", state).isEqualTo(hasRoom);
        without += hasRoom ? 0 : 1;
      }
    }
    assertThat(without).isPositive();
  }

  private static boolean isPossible(SolverSession session, Formula... together) {
    return session.check(List.of(together), Budget.UNLIMITED) instanceof Answer.Sat;
  }

  private static boolean fit(List<Form> forms, List<Value> state) {
    for (int i = 0; i < forms.size(); i++) {
      if (!fits(forms.get(i), state.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Form form, Value value) {
    return switch (form) {
      case Form.Truth(var mayHold, var mayFail) ->
          (mayHold && value.equals(BoolValue.TRUE)) || (mayFail && value.equals(BoolValue.FALSE));
      case Form.OneOf(var values) -> values.contains(value);
      case Form.Members(Map<Value, Boolean> certain) ->
          value instanceof SetValue set
              && set.elements().stream().allMatch(certain::containsKey)
              && certain.entrySet().stream()
                  .allMatch(entry -> !entry.getValue() || set.contains(entry.getKey()));
      case Form.Graph(var arguments, _) ->
          value instanceof FunctionValue function
              && IntStream.range(0, function.size())
                  .allMatch(i -> hasRoom(arguments.get(function.argument(i)), function.result(i)))
              && arguments.entrySet().stream()
                  .allMatch(a -> !a.getValue().certain() || function.apply(a.getKey()) != null);
      case Form.AnyOf(Map<Form.Kind, Form> kinds) ->
          kinds.values().stream().anyMatch(kind -> fits(kind, value));
    };
  }

  private static boolean hasRoom(Form.@Nullable Argument argument, Value result) {
    return argument != null && fits(argument.result(), result);
  }
}
