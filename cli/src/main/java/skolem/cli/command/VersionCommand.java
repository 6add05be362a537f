package skolem.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `skolem version`.
@Command(
    name = "version",
    description = "Print the version of Skolem and of Java.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
  static final String VERSION = "0.1.0";

  @Spec private CommandSpec spec;

  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"skolem " + VERSION};
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("skolem " + VERSION);
    out.println("java " + Runtime.version());
    out.flush();
    return ExitStatus.OK.number();
  }
}
