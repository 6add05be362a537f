package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Declaration;
import skolem.frontend.pluscal.Algorithm.Procedure;
import skolem.frontend.pluscal.Algorithm.ProcessDeclaration;
import skolem.frontend.source.Span;

/// Writes the definitions that an algorithm stands for, from VARIABLES to Termination.
final class ModuleWriter {
  private final Algorithm algorithm;
  private final Span heading;
  private final Shape shape;
  private final StepWriter.Scope scope;
  private final List<Fragment> paragraphs = new ArrayList<>();

  private ModuleWriter(Algorithm algorithm, Options options) {
    this.algorithm = algorithm;
    this.heading = algorithm.heading();
    this.shape = Shape.of(algorithm, options);
    Set<String> all = new LinkedHashSet<>(globals());
    all.addAll(locals());
    this.scope = new StepWriter.Scope(algorithm.isMultiprocess(), all, local());
  }

  /// The paragraphs of the translation, to be set apart by empty lines.
  ///
  /// @param algorithm with a label at each step, all names different
  /// @param comments to begin with
  static List<Fragment> write(Algorithm algorithm, List<String> comments, Options options) {
    ModuleWriter writer = new ModuleWriter(algorithm, options);
    writer.declarations(comments);
    writer.initialStates();
    writer.actions();
    writer.paragraphs.addAll(new BehaviourWriter(algorithm, options, writer.shape).write());
    return writer.paragraphs;
  }

  private Fragment line(String text) {
    return Fragment.of(text, heading);
  }

  private List<String> globals() {
    List<String> names = new ArrayList<>();
    if (shape.usesPc()) {
      names.add("pc");
    }
    algorithm.variables().forEach(v -> names.add(v.name()));
    if (!algorithm.procedures().isEmpty()) {
      names.add("stack");
    }
    return names;
  }

  private List<String> locals() {
    return Stream.concat(
            algorithm.procedures().stream().flatMap(Procedure::declarations),
            algorithm.processes().stream().flatMap(p -> p.variables().stream()))
        .map(Declaration::name)
        .toList();
  }

  /// The variables with a value for each process: those of procedures and of sets of processes.
  private Set<String> local() {
    Set<String> names = new LinkedHashSet<>();
    if (algorithm.isMultiprocess()) {
      algorithm.procedures().stream()
          .flatMap(Procedure::declarations)
          .forEach(v -> names.add(v.name()));
      algorithm.processes().stream()
          .filter(ProcessDeclaration::member)
          .flatMap(p -> p.variables().stream())
          .forEach(v -> names.add(v.name()));
    }
    return names;
  }

  private void declarations(List<String> comments) {
    Fragment head = Fragment.EMPTY;
    for (String comment : comments) {
      head = head.above(line(comment), 0);
    }
    if (hasUninitialised()) {
      head = head.above(line("CONSTANT " + Declaration.DEFAULT), 0);
    }
    List<String> first = new ArrayList<>(globals());
    boolean defines = !algorithm.definitions().isEmpty();
    if (!defines) {
      first.addAll(locals());
    }
    if (!first.isEmpty()) {
      head = head.above(declaration(first), 0);
    }
    if (!head.isEmpty()) {
      paragraphs.add(head);
    }
    if (defines) {
      paragraphs.add(
          line("(* define statement *)").above(algorithm.definitions().withoutGaps(), 0));
      if (!locals().isEmpty()) {
        paragraphs.add(declaration(locals()));
      }
    }
    Fragment all = scope.all().isEmpty() ? line("") : names(List.copyOf(scope.all()));
    paragraphs.add(line("vars == << ").then(all).then(line(" >>")));
    if (algorithm.isMultiprocess()) {
      paragraphs.add(processes());
    }
  }

  private boolean hasUninitialised() {
    return algorithm.declarations().anyMatch(d -> !d.initialised());
  }

  private Fragment declaration(List<String> names) {
    return line(names.size() == 1 ? "VARIABLE " : "VARIABLES ")
        .then(NameList.of(names.stream().map(this::declared).toList()));
  }

  /// The name, on account of its declaration; on that of the heading where it has none.
  private Fragment declared(String name) {
    Span account =
        algorithm
            .declarations()
            .filter(d -> d.name().equals(name))
            .map(d -> d.place().span())
            .findFirst()
            .orElse(heading);
    return Fragment.of(name, account);
  }

  private Fragment names(List<String> names) {
    return NameList.of(names, heading);
  }

  private Fragment processes() {
    Fragment all = line("ProcSet == ");
    for (int i = 0; i < algorithm.processes().size(); i++) {
      ProcessDeclaration process = algorithm.processes().get(i);
      all = all.then(i == 0 ? "" : " \\cup ").then(process.member() ? "(" : "{");
      all = all.then(process.identifier()).then(process.member() ? ")" : "}");
    }
    return all;
  }

  private void initialStates() {
    List<Fragment> lines = new ArrayList<>();
    comment(lines, "Global variables", algorithm.variables());
    StepWriter plain = new StepWriter(scope, null);
    algorithm.variables().forEach(v -> lines.add(initial(v, plain, null)));
    for (Procedure procedure : algorithm.procedures()) {
      List<Declaration> variables = procedure.declarations().toList();
      comment(lines, "Procedure " + procedure.name(), variables);
      for (Declaration variable : variables) {
        lines.add(
            algorithm.isMultiprocess()
                ? initial(variable, own(), line("ProcSet"))
                : initial(variable, plain, null));
      }
    }
    for (ProcessDeclaration process : algorithm.processes()) {
      comment(lines, "Process " + process.name(), process.variables());
      for (Declaration variable : process.variables()) {
        lines.add(
            process.member()
                ? initial(variable, variable.member() ? any(process) : own(), process.identifier())
                : initial(variable, plain, null));
      }
    }
    if (!algorithm.procedures().isEmpty()) {
      String empty = algorithm.isMultiprocess() ? "[self \\in ProcSet |-> << >>]" : "<< >>";
      lines.add(line("/\\ stack = " + empty));
    }
    if (shape.usesPc()) {
      lines.add(line("/\\ pc = ").then(entries()));
    }
    Fragment all = Fragment.EMPTY;
    for (Fragment each : lines) {
      all = all.above(each, 0);
    }
    paragraphs.add(line("Init == ").then(all.isEmpty() ? line("TRUE") : all));
  }

  private void comment(List<Fragment> lines, String what, List<Declaration> variables) {
    if (!variables.isEmpty()) {
      lines.add(line("(* " + what + " *)"));
    }
  }

  private StepWriter own() {
    return new StepWriter(scope, line("self"));
  }

  /// In the set of a variable's initial values the other variables of the process stand for those
  /// of one of the processes.
  private StepWriter any(ProcessDeclaration process) {
    Fragment some = line("CHOOSE self \\in ").then(process.identifier()).then(" : TRUE");
    return new StepWriter(scope, some);
  }

  /// @param domain the processes that have such a variable each, null where there is but one
  private static Fragment initial(
      Declaration variable, StepWriter writer, @Nullable Fragment domain) {
    Span account = variable.place().span();
    Fragment name =
        Fragment.of("/\\ " + variable.name(), account).then(variable.member() ? " \\in " : " = ");
    Fragment value = writer.read(variable.value(), Set.of());
    if (domain == null) {
      return name.then(StepWriter.operand(value));
    }
    Fragment open = Fragment.of(variable.member() ? "[" : "[self \\in ", account);
    return name.then(open)
        .then(domain)
        .then(Fragment.of(variable.member() ? " -> " : " |-> ", account))
        .then(value)
        .then("]");
  }

  /// Where each process begins.
  private Fragment entries() {
    if (!algorithm.isMultiprocess()) {
      return line(quoted(algorithm.body()));
    }
    Fragment start = line("[self \\in ProcSet |-> ");
    if (algorithm.processes().size() == 1) {
      return start.then(line(quoted(algorithm.processes().getFirst().body()) + "]"));
    }
    Fragment cases = Fragment.EMPTY;
    for (ProcessDeclaration process : algorithm.processes()) {
      Fragment each =
          line(cases.isEmpty() ? "CASE " : "  [] ")
              .then(process.member() ? "self \\in " : "self = ")
              .then(process.identifier())
              .then(line(" -> " + quoted(process.body())));
      cases = cases.above(each, 0);
    }
    return start.then(cases).then(line("]"));
  }

  private static String quoted(List<Statement> body) {
    Label entry = body.getFirst().label();
    if (entry == null) {
      throw new IllegalStateException("a body begins with a label");
    }
    return "\"" + entry.name() + "\"";
  }

  private void actions() {
    ProcedureCalls calls = new ProcedureCalls(algorithm.procedures());
    for (Procedure procedure : algorithm.procedures()) {
      List<Step> steps =
          new ControlFlow(calls, shape.usesPc(), procedure.name()).steps(procedure.body(), "Error");
      boolean own = algorithm.isMultiprocess();
      steps(steps, own ? "(self)" : "", own ? line("self") : null);
      group(procedure.name(), steps, own ? "(self)" : "", procedure.place().span());
    }
    ControlFlow flow = new ControlFlow(calls, shape.usesPc(), null);
    for (ProcessDeclaration process : algorithm.processes()) {
      String parameter = process.member() ? "(self)" : "";
      List<Step> steps = flow.steps(process.body(), StepText.DONE);
      Fragment self = process.member() ? line("self") : process.identifier();
      if (shape.usesPc()) {
        steps(steps, parameter, self);
        group(process.name(), steps, parameter, process.place().span());
      } else {
        action(process.name() + parameter, steps.getFirst(), self);
      }
    }
    if (!algorithm.isMultiprocess()) {
      List<Step> steps = flow.steps(algorithm.body(), StepText.DONE);
      if (shape.usesPc()) {
        steps(steps, "", null);
      } else {
        action("Next", steps.getFirst(), null);
      }
    }
  }

  private void steps(List<Step> steps, String parameter, @Nullable Fragment self) {
    steps.forEach(step -> action(step.label().name() + parameter, step, self));
  }

  private void action(String name, Step step, @Nullable Fragment self) {
    paragraphs.add(new StepWriter(scope, self).definition(name, step));
  }

  /// The action of a procedure or process: one of its steps.
  private void group(String name, List<Step> steps, String parameter, Span account) {
    List<Fragment> disjuncts = new ArrayList<>();
    for (Step step : steps) {
      disjuncts.add(Fragment.of(step.label().name() + parameter, step.label().place().span()));
    }
    paragraphs.add(
        Fragment.of(name + parameter + " == ", account).then(BehaviourWriter.choice(disjuncts)));
  }
}
