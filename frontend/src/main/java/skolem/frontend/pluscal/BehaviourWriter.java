package skolem.frontend.pluscal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skolem.frontend.pluscal.Algorithm.Procedure;
import skolem.frontend.pluscal.Algorithm.ProcessDeclaration;
import skolem.frontend.source.Span;

/// Writes the next-state relation, the specification with its fairness, and termination.
final class BehaviourWriter {
  private static final int LINE = 70;

  private final Algorithm algorithm;
  private final Options options;
  private final Shape shape;
  private final Span heading;

  BehaviourWriter(Algorithm algorithm, Options options, Shape shape) {
    this.algorithm = algorithm;
    this.options = options;
    this.shape = shape;
    this.heading = algorithm.heading();
  }

  List<Fragment> write() {
    List<Fragment> paragraphs = new ArrayList<>();
    boolean stutters = shape.terminates() && options.doneDisjunct();
    if (stutters) {
      paragraphs.add(
          line("(* Allow infinite stuttering to prevent deadlock on termination. *)")
              .above(line("Terminating == ").then(terminated()), 0));
    }
    if (algorithm.isMultiprocess() || shape.usesPc()) {
      paragraphs.add(next(stutters));
    }
    paragraphs.add(specification());
    if (shape.usesPc() && shape.terminates()) {
      String all = algorithm.isMultiprocess() ? "\\A self \\in ProcSet: pc[self]" : "pc";
      paragraphs.add(line("Termination == <>(" + all + " = \"Done\")"));
    }
    return paragraphs;
  }

  private Fragment line(String text) {
    return Fragment.of(text, heading);
  }

  private Fragment terminated() {
    return algorithm.isMultiprocess()
        ? line("/\\ \\A self \\in ProcSet: pc[self] = \"Done\"")
            .above(line("/\\ UNCHANGED vars"), 0)
        : line("pc = \"Done\" /\\ UNCHANGED vars");
  }

  private Fragment next(boolean stutters) {
    List<Fragment> simple = new ArrayList<>();
    List<Fragment> rows = new ArrayList<>();
    if (algorithm.isMultiprocess()) {
      for (ProcessDeclaration process : algorithm.processes()) {
        (process.member() ? rows : simple).add(some(process));
      }
      if (!algorithm.procedures().isEmpty()) {
        List<Fragment> procedures =
            algorithm.procedures().stream()
                .map(p -> Fragment.of(p.name() + "(self)", p.place().span()))
                .toList();
        rows.addFirst(line("(\\E self \\in ProcSet: ").then(choice(procedures)).then(line(")")));
      }
    } else {
      algorithm.procedures().forEach(p -> simple.add(Fragment.of(p.name(), p.place().span())));
      new ControlFlow(new ProcedureCalls(algorithm.procedures()), true, null)
          .steps(algorithm.body(), StepText.DONE).stream()
              .map(Step::label)
              .forEach(l -> simple.add(Fragment.of(l.name(), l.place().span())));
    }
    if (stutters) {
      rows.add(line("Terminating"));
    }
    Fragment all = choice(simple);
    for (Fragment row : rows) {
      all = all.isEmpty() ? row : all.above(line("\\/ ").then(row), 3);
    }
    return line("Next == ").then(all);
  }

  private Fragment some(ProcessDeclaration process) {
    Span account = process.place().span();
    return process.member()
        ? line("(\\E self \\in ")
            .then(process.identifier())
            .then(Fragment.of(": " + process.name() + "(self))", account))
        : Fragment.of(process.name(), account);
  }

  /// `a \/ b`, in lines that are not too long.
  static Fragment choice(List<Fragment> disjuncts) {
    Fragment all = Fragment.EMPTY;
    Fragment row = Fragment.EMPTY;
    for (Fragment disjunct : disjuncts) {
      Span account = disjunct.tokens().getFirst().span();
      Fragment joined = row.isEmpty() ? disjunct : row.then(" \\/ ").then(disjunct);
      boolean tall = !row.isEmpty() && joined.tokens().getLast().line() > 0;
      if (tall || (!row.isEmpty() && joined.tokens().getLast().endColumn() > LINE)) {
        all = all.above(row, all.isEmpty() ? 0 : 3);
        row = Fragment.of("\\/ ", account).then(disjunct);
      } else {
        row = joined;
      }
    }
    return all.above(row, all.isEmpty() ? 0 : 3);
  }

  private Fragment specification() {
    Fragment safety = line("Init /\\ [][Next]_vars");
    List<Fragment> conjuncts = new ArrayList<>();
    conjuncts.add(safety);
    if (options.fairness() != Options.Fairness.IGNORED) {
      boolean whole =
          options.fairNext()
              || algorithm.fair()
              || (!algorithm.isMultiprocess() && options.fairness() != Options.Fairness.DECLARED);
      if (whole) {
        conjuncts.add(line("WF_vars(Next)"));
      }
      algorithm.processes().stream()
          .map(this::fairness)
          .filter(Objects::nonNull)
          .forEach(conjuncts::add);
    }
    return line("Spec == ").then(Fragment.junction("/\\", conjuncts));
  }

  /// What is fair about a process and the procedures that it calls; null where nothing is.
  private @Nullable Fragment fairness(ProcessDeclaration process) {
    boolean strong =
        switch (process.fairness()) {
          case STRONG -> true;
          case WEAK -> false;
          case NONE -> options.fairness() == Options.Fairness.STRONG;
        };
    if (process.fairness() == Algorithm.Fairness.NONE
        && options.fairness() == Options.Fairness.DECLARED) {
      return null;
    }
    Span account = process.place().span();
    boolean tall = process.identifier().tokens().getLast().line() > 0;
    Fragment self = process.member() || tall ? Fragment.of("self", account) : process.identifier();
    List<Fragment> conditions = new ArrayList<>();
    Fragment parameter = process.member() ? parenthesised(self) : Fragment.EMPTY;
    conditions.addAll(conditions(process.name(), process.body(), strong, self, parameter));
    for (Procedure procedure : called(process)) {
      conditions.addAll(
          conditions(procedure.name(), procedure.body(), strong, self, parenthesised(self)));
    }
    Fragment all = joined(conditions);
    if (process.member()) {
      return Fragment.of("\\A self \\in ", account)
          .then(process.identifier())
          .then(Fragment.of(" : ", account))
          .then(all);
    }
    return tall
        ? Fragment.of("LET self == ", account)
            .then(process.identifier())
            .above(Fragment.of("IN ", account).then(all), 0)
        : all;
  }

  private static Fragment joined(List<Fragment> conjuncts) {
    Fragment all = conjuncts.getFirst();
    for (Fragment conjunct : conjuncts.subList(1, conjuncts.size())) {
      all = all.then(" /\\ ").then(conjunct);
    }
    return all;
  }

  private static Fragment parenthesised(Fragment fragment) {
    return Fragment.of("(", fragment.span()).then(fragment).then(")");
  }

  private static List<Fragment> conditions(
      String name, List<Statement> body, boolean strong, Fragment self, Fragment parameter) {
    Span account = self.span();
    List<String> unfair = labels(body, Label.Strength.MINUS);
    Fragment action = Fragment.of(strong ? "SF_vars(" : "WF_vars(", account);
    if (!unfair.isEmpty()) {
      String others =
          unfair.size() == 1
              ? "] # \"" + unfair.getFirst() + "\""
              : unfair.stream().collect(Collectors.joining("\", \"", "] \\notin {\"", "\"}"));
      action = action.then("(pc[").then(self).then(others + ") /\\ ");
    }
    List<Fragment> conditions = new ArrayList<>();
    conditions.add(action.then(name).then(parameter).then(")"));
    if (!strong) {
      for (String label : labels(body, Label.Strength.PLUS)) {
        conditions.add(Fragment.of("SF_vars(", account).then(label).then(parameter).then(")"));
      }
    }
    return conditions;
  }

  private static List<String> labels(List<Statement> body, Label.Strength strength) {
    return Statement.all(body)
        .map(Statement::label)
        .filter(l -> l != null && l.strength() == strength)
        .map(l -> Objects.requireNonNull(l).name())
        .toList();
  }

  /// The procedures that a process calls, directly or not, in the order in which it comes to them.
  private List<Procedure> called(ProcessDeclaration process) {
    Set<String> names = new LinkedHashSet<>();
    calls(process.body()).forEach(names::add);
    int before;
    do {
      before = names.size();
      for (Procedure procedure : algorithm.procedures()) {
        if (names.contains(procedure.name())) {
          calls(procedure.body()).forEach(names::add);
        }
      }
    } while (names.size() > before);
    List<Procedure> result = new ArrayList<>();
    for (String name : names) {
      algorithm.procedures().stream().filter(p -> p.name().equals(name)).forEach(result::add);
    }
    return result;
  }

  private static Stream<String> calls(List<Statement> body) {
    return Statement.all(body)
        .map(Statement::command)
        .flatMap(command ->
            switch (command) {
              case Command.Call c -> Stream.of(c.procedure());
              case Command.CallReturn c -> Stream.of(c.procedure());
              case Command.CallGoto c -> Stream.of(c.procedure());
              default -> Stream.empty();
            });
  }
}
