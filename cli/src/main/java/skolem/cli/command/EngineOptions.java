package skolem.cli.command;

import picocli.CommandLine.Option;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;

/// Which solver answers, and what a question may cost.
final class EngineOptions {
  @Option(
      names = "--solver",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Engine engine = Engine.AUTO;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = TimeLimit.class,
      description = "The time limit for each question to the solver; default: none.")
  private Budget time = Budget.UNLIMITED;

  @Option(
      names = "--memory-limit",
      paramLabel = "MB",
      converter = MemoryLimit.Reader.class,
      description =
          "How much memory a solver may take before another goes on; default: half of the machine's.")
  private MemoryLimit memory = MemoryLimit.ofMachine();

  Engine engine() {
    return engine;
  }

  /// Of each question.
  Budget budget() {
    return time.withMemory(memory.bytes());
  }
}
