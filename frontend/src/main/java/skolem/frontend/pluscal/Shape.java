package skolem.frontend.pluscal;

import java.util.List;
import java.util.stream.Stream;

/// What the translation can do without.
///
/// @param usesPc not where each process is a single step that repeats for ever
/// @param terminates not where some process is a loop without an end
record Shape(boolean usesPc, boolean terminates) {

  static Shape of(Algorithm algorithm, Options options) {
    List<List<Statement>> bodies =
        algorithm.isMultiprocess()
            ? algorithm.processes().stream().map(Algorithm.ProcessDeclaration::body).toList()
            : List.of(algorithm.body());
    List<Statement> all =
        Stream.concat(
                bodies.stream(), algorithm.procedures().stream().map(Algorithm.Procedure::body))
            .flatMap(Statement::all)
            .toList();
    boolean usesPc =
        !options.omitsPc()
            || !algorithm.procedures().isEmpty()
            || !bodies.stream().allMatch(Shape::isOneStepForever)
            || all.stream().anyMatch(s -> s.command() instanceof Command.Goto)
            || all.stream().anyMatch(Shape::hasStrength);
    boolean jumpsToEnd =
        all.stream()
            .anyMatch(s -> s.command() instanceof Command.Goto(var to) && to.equals(StepText.DONE));
    boolean terminates =
        !options.omitsPc() || jumpsToEnd || bodies.stream().noneMatch(Shape::isForever);
    return new Shape(usesPc, terminates);
  }

  private static boolean isForever(List<Statement> body) {
    return body.size() == 1
        && body.getFirst().command() instanceof Command.While loop
        && loop.condition().isSingle("TRUE");
  }

  private static boolean isOneStepForever(List<Statement> body) {
    return isForever(body)
        && body.getFirst().command().bodies().stream().noneMatch(Statement::hasLabel);
  }

  private static boolean hasStrength(Statement statement) {
    Label label = statement.label();
    return label != null && label.strength() != Label.Strength.PLAIN;
  }
}
