package skolem.encoder.decode;

import java.util.ArrayList;
import java.util.List;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Valuation;
import skolem.encoder.symbolic.SymValue;
import skolem.encoder.transition.Branch;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.kernel.Variable;
import skolem.frontend.model.Model;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;

/// Reads a behaviour off an assignment that satisfies an unrolling.
public final class TraceDecoder {
  private final List<String> variables;
  private final List<String> parameters;
  private final List<Frame> frames;
  private final Valuation valuation;
  private final ValueDecoder values;

  private TraceDecoder(
      List<Variable> variables,
      List<Variable> parameters,
      List<Frame> frames,
      Valuation valuation) {
    this.variables = variables.stream().map(Variable::name).toList();
    this.parameters = parameters.stream().map(Variable::name).toList();
    this.frames = frames;
    this.valuation = valuation;
    this.values = new ValueDecoder(valuation);
  }

  /// The behaviour up to the last frame.
  public static Trace decode(Unrolling unrolling, Assignment assignment) {
    List<Variable> parameters =
        unrolling.model().additions().parameters().stream().map(Model.Parameter::variable).toList();
    Valuation valuation = new Valuation(unrolling.formulas(), assignment);
    return new TraceDecoder(
            unrolling.model().variables(), parameters, unrolling.frames(), valuation)
        .trace();
  }

  /// The behaviour through these frames, each but the first with the step that leads to it.
  public static Trace decode(List<Variable> variables, List<Frame> frames, Valuation valuation) {
    return new TraceDecoder(variables, List.of(), frames, valuation).trace();
  }

  private Trace trace() {
    List<Trace.Step> steps = new ArrayList<>();
    for (Frame frame : frames.subList(1, frames.size())) {
      steps.add(new Trace.Step(action(frame), state(frame)));
    }
    Frame first = frames.getFirst();
    List<SymValue> constants = first.values().subList(variables.size(), first.values().size());
    return new Trace(
        new State(parameters, constants.stream().map(values::decode).toList()),
        state(first),
        steps);
  }

  private State state(Frame frame) {
    List<SymValue> ofVariables = frame.values().subList(0, variables.size());
    return new State(variables, ofVariables.stream().map(values::decode).toList());
  }

  private ActionLabel action(Frame frame) {
    for (Frame.Arrival arrival : frame.arrivals()) {
      if (valuation.holds(arrival.taken())) {
        Branch.Label label = arrival.branch().label();
        return new ActionLabel(
            label.name(),
            label.arguments().stream()
                .filter(a -> a.faults().stream().noneMatch(f -> valuation.holds(f.condition())))
                .map(a -> new ActionLabel.Argument(a.parameter(), values.decode(a.value())))
                .toList(),
            label.span());
      }
    }
    throw new IllegalStateException("no branch is taken at depth " + frame.depth());
  }
}
