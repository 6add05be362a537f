package skolem.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `skolem trace`: what can be done with a trace in a file.
@Command(
    name = "trace",
    description = "Examine a trace in a file.",
    mixinStandardHelpOptions = true,
    subcommands = TraceCheckCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class TraceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is expected: check");
  }
}
