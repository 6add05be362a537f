package skolem.cli.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import skolem.explicit.replay.ReplayReport;
import skolem.explicit.replay.Replayer;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Verdict;

/// What the concrete evaluator says of the counterexamples of `check`: none is shown that it does
/// not confirm.
final class Confirmation {
  private final Model model;
  private final Function<Map<String, Value>, Model> instance;

  /// @param instance the model in which open constants have these values
  Confirmation(Model model, Function<Map<String, Value>, Model> instance) {
    this.model = model;
    this.instance = instance;
  }

  /// @throws IllegalStateException where a counterexample is not confirmed
  void require(Verdict verdict) {
    for (Verdict.Answer answer : verdict.answers()) {
      for (Outcome.Violated violated : answer.violations()) {
        Trace trace = violated.trace();
        if (Replayer.replay(instance(trace), trace, violated.fault())
            instanceof ReplayReport.Refuted(var step, var reason, var place)) {
          throw new IllegalStateException(
              "the counterexample for "
                  + answer.property()
                  + " is not confirmed at step "
                  + step
                  + ": "
                  + reason
                  + " ("
                  + place
                  + ")");
        }
      }
    }
  }

  /// The verdict with ALIAS applied to its traces; a trace stays as it is where ALIAS has no value.
  Verdict aliased(Verdict verdict) {
    return model.alias() == null
        ? verdict
        : new Verdict(verdict.answers().stream().map(this::aliased).toList());
  }

  private Verdict.Answer aliased(Verdict.Answer answer) {
    List<Outcome.Violated> shown = answer.violations().stream().map(this::aliased).toList();
    return shown.isEmpty()
        ? answer
        : new Verdict.Answer(
            answer.property(), answer.kind(), shown.getFirst(), shown.subList(1, shown.size()));
  }

  private Outcome.Violated aliased(Outcome.Violated violated) {
    try {
      StateSpace space = new StateSpace(instance(violated.trace()), _ -> {});
      return new Outcome.Violated(space.aliased(violated.trace()), violated.fault());
    } catch (RejectedException _) {
      return violated;
    }
  }

  private Model instance(Trace trace) {
    State constants = trace.constants();
    if (constants.variables().isEmpty()) {
      return model;
    }
    Map<String, Value> values = new HashMap<>();
    constants.variables().forEach(name -> values.put(name, constants.value(name)));
    return instance.apply(values);
  }
}
