package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skolem.cli.command.CommandRun;
import skolem.explicit.eval.Evaluator;
import skolem.explicit.eval.States;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;
import skolem.solver.bmc.BoundedChecker;
import skolem.solver.bmc.CheckListener;
import skolem.solver.bmc.CheckOptions;
import skolem.solver.bmc.Reductions;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// What a trace prints is TLA+ that means the states of the trace.
class TracePasteBackTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void printedStatesAreTrueOfTheStates(SeededBug bug) throws IOException {
    Trace trace = trace(bug);
    List<String> printed =
        printedStates(CommandRun.of(bug.arguments("check", "--reduce", "none")).out());
    assertThat(printed).hasSize(bug.depth() + 1);
    List<Model.Named> conjunctions = parse(bug, printed).invariants();

    Evaluator evaluator = new Evaluator(_ -> {});
    for (int i = 0; i < printed.size(); i++) {
      assertThat(evaluator.holds(conjunctions.get(i).expr(), states(trace.state(i))))
          .as("state %s is not what is printed:%n%s", i, printed.get(i))
          .isTrue();
    }
    for (int i = 1; i < printed.size(); i++) {
      // Each step of these traces changes something, so what is printed is not true before it.
      assertThat(evaluator.holds(conjunctions.get(i).expr(), states(trace.state(i - 1))))
          .as("what is printed of state %s is true of the state before", i)
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void traceModuleIsTla(SeededBug bug) throws IOException {
    CommandRun run = CommandRun.of(bug.arguments("check", "--trace-out", folder.toString()));
    Path module = folder.resolve(bug.module() + "_trace.tla");
    assertThat(run.out()).contains("wrote " + module);

    List<String> variables = trace(bug).initial().variables();
    Path check = folder.resolve("Check.tla");
    Files.writeString(
        check,
        """
        ---- MODULE Check ----
        EXTENDS %s_trace, Sequences
        ASSUME Len(Trace) = %d
        ASSUME \\A i \\in 1..Len(Trace) : DOMAIN Trace[i] = {%s}
        ====
        """
            .formatted(
                bug.module(),
                bug.depth() + 1,
                variables.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", "))));
    Files.writeString(folder.resolve("Check.cfg"), constants(declared(Files.readString(module))));

    CommandRun explore = CommandRun.of("explore", check.toString());
    assertThat(explore.status()).as(explore.out() + explore.err()).isEqualTo(0);
  }

  /// The trace of which `check --reduce none` prints the text: without reductions, which depend on
  /// how long questions take, the run is deterministic.
  private static Trace trace(SeededBug bug) {
    Model model =
        ModelLoader.load(
            ModelLoader.Request.of(bug.specification()).withPath(List.of(Places.EXAMPLES)));
    return BoundedChecker.check(
            model,
            new CheckOptions(10, Engine.AUTO, Budget.UNLIMITED, model.checkDeadlock())
                .with(Reductions.NONE),
            CheckListener.silent())
        .verdict()
        .answers()
        .stream()
        .map(answer -> answer.outcome())
        .filter(Outcome.Violated.class::isInstance)
        .map(outcome -> ((Outcome.Violated) outcome).trace())
        .findFirst()
        .orElseThrow();
  }

  private static States states(State state) {
    return States.of(state.values().toArray(new Value[0]), 1);
  }

  /// The lines under each `State i:`.
  private static List<String> printedStates(String out) {
    List<String> states = new ArrayList<>();
    StringBuilder state = null;
    for (String line : out.lines().toList()) {
      if (line.startsWith("State ")) {
        state = new StringBuilder();
        states.add("");
      } else if (state != null && line.startsWith("  ")) {
        state.append(line).append('\n');
        states.set(states.size() - 1, state.toString());
      } else {
        state = null;
      }
    }
    return states;
  }

  /// A model with a definition, and an invariant, for each of the printed states.
  private Model parse(SeededBug bug, List<String> printed) throws IOException {
    StringBuilder text = new StringBuilder("---- MODULE Back ----\nEXTENDS TLC, ");
    text.append(bug.module()).append('\n');
    if (!bug.modelValues().isEmpty()) {
      text.append("CONSTANTS ").append(bug.modelValues()).append('\n');
    }
    for (int i = 0; i < printed.size(); i++) {
      text.append("Printed").append(i).append(" ==\n").append(printed.get(i));
    }
    Path module = folder.resolve("Back.tla");
    Files.writeString(module, text + "====\n");
    Path config = folder.resolve("Back.cfg");
    Files.writeString(config, Files.readString(bug.configuration()) + constants(bug.modelValues()));
    return ModelLoader.load(
        new ModelLoader.Request(
            module,
            config,
            List.of(Places.BUGS, Places.EXAMPLES),
            null,
            null,
            IntStream.range(0, printed.size()).mapToObj(i -> "Printed" + i).toList()));
  }

  /// What the module declares after CONSTANTS; empty where it declares nothing.
  private static String declared(String module) {
    return module
        .lines()
        .filter(line -> line.startsWith("CONSTANTS "))
        .map(line -> line.substring("CONSTANTS ".length()))
        .findFirst()
        .orElse("");
  }

  private static String constants(String names) {
    return Stream.of(names.split(", ", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> "\nCONSTANT " + name + " = " + name)
        .collect(Collectors.joining());
  }
}
