package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Declaration;
import skolem.frontend.pluscal.Algorithm.Procedure;

/// What calls and returns do to `stack`, `pc` and the variables of procedures.
///
/// A frame of the stack holds the procedure, where control goes when it returns, and the values
/// that its variables and parameters had before.
final class ProcedureCalls {
  private final Map<String, Procedure> procedures = new LinkedHashMap<>();

  ProcedureCalls(List<Procedure> procedures) {
    procedures.forEach(p -> this.procedures.put(p.name(), p));
  }

  /// A call after which control goes to `next`.
  List<Statement> call(Place place, String name, List<Fragment> arguments, String next) {
    Procedure procedure = called(place, name, arguments);
    Fragment frame =
        frame(place, procedure, StepText.string(place, next), StepText.own(place, "stack"));
    List<Command.Assignment> entering = new ArrayList<>();
    entering.add(StepText.assignment(place, "stack", frame));
    entering.addAll(parameters(place, procedure, arguments));
    return entered(place, procedure, entering);
  }

  /// A return from the procedure of this name, null where there is none.
  List<Statement> comeBack(Place place, @Nullable String from) {
    Procedure procedure = from == null ? null : procedures.get(from);
    if (procedure == null) {
      throw Faults.at(place, "a `return` that is not in a procedure");
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(restore(place, "pc"));
    procedure.variables().forEach(v -> statements.add(restore(place, v.name())));
    procedure.parameters().forEach(p -> statements.add(restore(place, p.name())));
    statements.add(StepText.assign(place, "stack", StepText.ofStack(place, "Tail", "")));
    return statements;
  }

  /// A call and a return in one, so that the stack does not grow: the frame of the caller is
  /// replaced.
  List<Statement> callReturn(
      Place place, String name, List<Fragment> arguments, @Nullable String from) {
    Procedure caller = from == null ? null : procedures.get(from);
    if (caller == null) {
      throw Faults.at(place, "a `return` that is not in a procedure");
    }
    Procedure procedure = called(place, name, arguments);
    List<Command.Assignment> entering = new ArrayList<>();
    if (!caller.name().equals(name)) {
      caller
          .variables()
          .forEach(v -> entering.add(StepText.assignment(place, v.name(), saved(place, v.name()))));
      Fragment frame =
          frame(place, procedure, saved(place, "pc"), StepText.ofStack(place, "Tail", ""));
      entering.add(StepText.assignment(place, "stack", frame));
    }
    entering.addAll(parameters(place, procedure, arguments));
    return entered(place, procedure, entering);
  }

  private Procedure called(Place place, String name, List<Fragment> arguments) {
    Procedure procedure = procedures.get(name);
    if (procedure == null) {
      throw Faults.at(place, "procedure `" + name + "` is not defined");
    }
    int wanted = procedure.parameters().size();
    if (wanted != arguments.size()) {
      throw Faults.at(
          place,
          "procedure `"
              + name
              + "` takes "
              + wanted
              + " arguments but is given "
              + arguments.size());
    }
    return procedure;
  }

  private static List<Command.Assignment> parameters(
      Place place, Procedure procedure, List<Fragment> arguments) {
    List<Command.Assignment> result = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String parameter = procedure.parameters().get(i).name();
      result.add(StepText.assignment(place, parameter, arguments.get(i)));
    }
    return result;
  }

  /// After these assignments, those of the initial values, each seeing the ones before.
  private static List<Statement> entered(
      Place place, Procedure procedure, List<Command.Assignment> entering) {
    List<Statement> statements = new ArrayList<>();
    if (!entering.isEmpty()) {
      statements.add(StepText.assign(place, entering));
    }
    for (Declaration variable : procedure.variables()) {
      statements.add(StepText.assign(place, variable.name(), variable.value()));
    }
    Label entry = procedure.body().getFirst().label();
    if (entry == null) {
      throw new IllegalStateException("a procedure begins with a label");
    }
    statements.add(StepText.jump(place, entry.name()));
    return statements;
  }

  private static Statement restore(Place place, String variable) {
    return StepText.assign(place, variable, saved(place, variable));
  }

  /// The value in the topmost frame.
  private static Fragment saved(Place place, String variable) {
    return StepText.ofStack(place, "Head", "." + variable);
  }

  private static Fragment frame(Place place, Procedure procedure, Fragment next, Fragment below) {
    List<Declaration> saved = new ArrayList<>(procedure.variables());
    saved.addAll(procedure.parameters());
    int width =
        Math.max(
            "procedure".length(), saved.stream().mapToInt(d -> d.name().length()).max().orElse(0));
    Fragment frame =
        field(place, "procedure", width, StepText.string(place, procedure.name())).then(",");
    frame = frame.above(field(place, "pc", width, next), 0);
    for (Declaration variable : saved) {
      Fragment value = Fragment.of(Token.Kind.NAME, variable.name(), place.span());
      frame = frame.then(",").above(field(place, variable.name(), width, value), 0);
    }
    Fragment rest = Fragment.of("\\o ", place.span()).then(below);
    return Fragment.of("<< [ ", place.span()).then(frame).then(" ] >>").above(rest, 1);
  }

  private static Fragment field(Place place, String name, int width, Fragment value) {
    String head = name + " ".repeat(width - name.length()) + " |->  ";
    return Fragment.of(head, place.span()).then(value);
  }
}
