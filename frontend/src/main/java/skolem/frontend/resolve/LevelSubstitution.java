package skolem.frontend.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import skolem.frontend.kernel.Level;
import skolem.frontend.resolve.LevelParameter.Flow;
import skolem.frontend.resolve.LevelParameter.Position;

/// Computes the level of an expression after something has been put for its parameters.
final class LevelSubstitution {
  private final Leveling body;
  private final Map<LevelParameter, LevelArgument> arguments;
  private Leveling result;

  private LevelSubstitution(Leveling body, Map<LevelParameter, LevelArgument> arguments) {
    this.body = body;
    this.arguments = arguments;
    this.result = kept(body, arguments.keySet());
  }

  /// The body's level with these arguments; parameters that have none stay.
  static Leveling apply(Leveling body, Map<LevelParameter, LevelArgument> arguments) {
    return new LevelSubstitution(body, arguments).run();
  }

  /// The level without what concerns one parameter.
  static Leveling without(Leveling leveling, LevelParameter parameter) {
    return leveling.mentioned().contains(parameter) ? kept(leveling, Set.of(parameter)) : leveling;
  }

  /// The application of an operator that is itself a parameter.
  static Leveling applied(LevelParameter operator, Iterable<LevelArgument> arguments) {
    Leveling result = Leveling.of(Level.CONSTANT, operator);
    int index = 0;
    for (LevelArgument argument : arguments) {
      Position position = new Position(operator, index++);
      result = result.and(argument.leveling());
      result = result.and(into(position, argument.leveling()));
    }
    return result;
  }

  /// What it means that an expression stands in an argument of a parameter.
  private static Leveling into(Position position, Leveling argument) {
    Set<Flow> flows = new LinkedHashSet<>();
    argument.counted().forEach(parameter -> flows.add(new Flow(position, parameter)));
    return new Leveling(
        Level.CONSTANT,
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of(position, argument.level()),
        flows);
  }

  private Leveling run() {
    arguments.forEach(this::put);
    body.demands().forEach(this::demand);
    body.flows().forEach(this::flow);
    return result;
  }

  private void put(LevelParameter parameter, LevelArgument argument) {
    if (!body.mentioned().contains(parameter)) {
      return;
    }
    boolean counts = body.counted().contains(parameter);
    Leveling leveling = argument.leveling().under(body.limit(parameter), counts);
    if (body.opaque().contains(parameter)) {
      leveling = leveling.under(Level.TEMPORAL, false).and(leveling);
    }
    if (!counts) {
      leveling = leveling.at(Level.CONSTANT);
    }
    result = result.and(leveling);
  }

  private void demand(Position position, Level level) {
    LevelArgument operator = arguments.get(position.operator());
    if (operator != null && operator.parameter() != null) {
      Position at = new Position(operator.parameter(), position.argument());
      result = result.and(into(at, Leveling.of(level)));
    }
  }

  private void flow(Flow flow) {
    LevelArgument operator = arguments.get(flow.into().operator());
    LevelArgument inside = arguments.get(flow.parameter());
    if (operator == null && inside == null) {
      return;
    }
    Leveling moved =
        inside == null ? Leveling.of(Level.CONSTANT, flow.parameter()) : inside.leveling();
    if (operator == null) {
      result = result.and(into(flow.into(), moved));
    } else if (operator.parameter() != null) {
      Position at = new Position(operator.parameter(), flow.into().argument());
      result = result.and(into(at, moved));
    } else if (operator.definition() != null) {
      int index = flow.into().argument();
      OperatorLevel definition = operator.definition();
      boolean transparent = definition.transparent(index);
      Leveling under = moved.under(definition.maximum(index), transparent);
      result =
          result.and(
              new Leveling(
                  Level.CONSTANT,
                  Set.of(),
                  Set.of(),
                  under.opaque(),
                  under.limits(),
                  Map.of(),
                  Set.of()));
    }
  }

  private static Leveling kept(Leveling leveling, Set<LevelParameter> gone) {
    if (Collections.disjoint(leveling.mentioned(), gone)
        && Collections.disjoint(leveling.limits().keySet(), gone)
        && leveling.demands().isEmpty()
        && leveling.flows().isEmpty()) {
      return leveling;
    }
    Set<Flow> flows = new LinkedHashSet<>();
    for (Flow flow : leveling.flows()) {
      if (!gone.contains(flow.into().operator()) && !gone.contains(flow.parameter())) {
        flows.add(flow);
      }
    }
    Map<LevelParameter, Level> limits = new LinkedHashMap<>(leveling.limits());
    limits.keySet().removeAll(gone);
    Map<Position, Level> demands = new LinkedHashMap<>(leveling.demands());
    demands.keySet().removeIf(position -> gone.contains(position.operator()));
    return new Leveling(
        leveling.level(),
        difference(leveling.counted(), gone),
        difference(leveling.mentioned(), gone),
        difference(leveling.opaque(), gone),
        limits,
        demands,
        flows);
  }

  private static Set<LevelParameter> difference(
      Set<LevelParameter> from, Set<LevelParameter> gone) {
    Set<LevelParameter> rest = new LinkedHashSet<>(from);
    rest.removeAll(gone);
    return rest.isEmpty() ? Set.of() : rest;
  }
}
