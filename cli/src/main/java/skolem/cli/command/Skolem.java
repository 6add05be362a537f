package skolem.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import skolem.cli.report.DiagnosticText;
import skolem.frontend.source.RejectedException;

/// The root command, and the way in.
@Command(
    name = "skolem",
    description = "A symbolic bounded model checker for TLA+.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  skolem check Spec.tla --length 12",
      "  skolem prove Spec.tla --inv Ind --implies Safety",
      "  skolem explore Spec.tla",
      "",
      "Exit status: 0 no violation, 10 assumption false, 11 deadlock, 12 invariant violated,",
      "13 property violated, 14 assertion false, 20 not inductive, 21 not a behaviour,",
      "30 undecided, 40 vacuous, 75 evaluation error or unsupported, 150 specification,",
      "151 configuration, 153 system, 2 usage, 255 bug."
    })
public final class Skolem implements Runnable {
  private static final long STACK_BYTES = 1L << 29;

  private static final List<Map.Entry<String, Class<?>>> COMMANDS =
      List.of(
          Map.entry("check", CheckCommand.class),
          Map.entry("prove", ProveCommand.class),
          Map.entry("explore", ExploreCommand.class),
          Map.entry("simulate", SimulateCommand.class),
          Map.entry("compare", CompareCommand.class),
          Map.entry("trace", TraceCommand.class),
          Map.entry("parse", ParseCommand.class),
          Map.entry("translate", TranslateCommand.class),
          Map.entry("version", VersionCommand.class));

  @Spec private CommandSpec spec;

  /// Runs a command in a thread whose stack fits deep specifications.
  public static void main(String[] arguments) throws InterruptedException {
    AtomicInteger status = new AtomicInteger(ExitStatus.BUG.number());
    Thread thread = new Thread(null, () -> status.set(execute(arguments)), "skolem", STACK_BYTES);
    thread.start();
    thread.join();
    System.exit(status.get());
  }

  /// Runs a command.
  ///
  /// @return the exit status
  public static int execute(String... arguments) {
    return execute(commandLine(arguments), arguments);
  }

  /// Runs a command that prints to these writers.
  ///
  /// @return the exit status
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(commandLine(arguments).setOut(out).setErr(err), arguments);
  }

  private static int execute(CommandLine commandLine, String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError error) {
      return exhausted(error, commandLine.getErr()).number();
    }
  }

  /// Says that the memory, or the stack, did not do, and how to give more.
  private static ExitStatus exhausted(VirtualMachineError error, PrintWriter err) {
    err.println(
        error instanceof StackOverflowError
            ? "skolem: an expression is nested too deeply"
            : "skolem: there was not enough memory; SKOLEM_JAVA_OPTIONS=-Xmx… gives more");
    err.flush();
    return ExitStatus.UNDECIDED;
  }

  /// The root command with the one that the arguments begin with, or with all: to describe them
  /// takes longer than to parse a specification.
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Skolem());
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean isKnown = COMMANDS.stream().anyMatch(command -> command.getKey().equals(first));
    for (Map.Entry<String, Class<?>> command : COMMANDS) {
      if (!isKnown || command.getKey().equals(first)) {
        commandLine.addSubcommand(command.getKey(), command.getValue());
      }
    }
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, failed, _) -> report(exception, failed.getErr()).number());
    commandLine.setParameterExceptionHandler((exception, _) -> refuse(exception).number());
    return commandLine;
  }

  /// Says what is wrong with the command line, and no more: help is for those who ask.
  private static ExitStatus refuse(ParameterException exception) {
    CommandLine refused = exception.getCommandLine();
    PrintWriter err = refused.getErr();
    err.println("skolem: " + exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("`" + refused.getCommandSpec().qualifiedName() + " --help` says what is possible");
    err.flush();
    return ExitStatus.USAGE;
  }

  private static ExitStatus report(Exception exception, PrintWriter err) {
    if (exception instanceof RejectedException rejected) {
      err.print(DiagnosticText.of(rejected.diagnostics()));
      err.flush();
      return ExitStatus.of(rejected.diagnostics());
    }
    err.println("skolem: this is a bug of Skolem: " + exception);
    for (StackTraceElement frame : exception.getStackTrace()) {
      if (frame.getClassName().startsWith("skolem.")) {
        err.println("  in " + frame);
        break;
      }
    }
    err.flush();
    return ExitStatus.BUG;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is expected: check, prove, explore, simulate, compare, parse, translate, trace");
  }
}
