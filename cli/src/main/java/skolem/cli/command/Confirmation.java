package skolem.cli.command;

import java.util.ArrayList;
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

  /// The verdict without those violations of which the concrete evaluator cannot say whether they
  /// are any; a property that has no other is undecided.
  ///
  /// @throws IllegalStateException where a counterexample is refuted
  Verdict confirmed(Verdict verdict) {
    return new Verdict(verdict.answers().stream().map(this::confirmed).toList());
  }

  private Verdict.Answer confirmed(Verdict.Answer answer) {
    List<Outcome.Violated> confirmed = new ArrayList<>();
    Outcome otherwise = answer.outcome();
    for (Outcome.Violated violated : answer.violations()) {
      Trace trace = violated.trace();
      switch (Replayer.replay(instance(trace), trace, violated.fault())) {
        case ReplayReport.Confirmed _ -> confirmed.add(violated);
        case ReplayReport.Undecided(var reason, var place) ->
            otherwise =
                new Outcome.Undecided(
                    trace.length() - 1,
                    "a violation at depth %d is not confirmed: %s (%s)"
                        .formatted(trace.length(), reason, place));
        case ReplayReport.Refuted(var step, var reason, var place) ->
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
    return confirmed.isEmpty()
        ? new Verdict.Answer(answer.property(), answer.kind(), otherwise)
        : new Verdict.Answer(
            answer.property(),
            answer.kind(),
            confirmed.getFirst(),
            confirmed.subList(1, confirmed.size()));
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
