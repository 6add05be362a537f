package skolem.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skolem.cli.command.CommandRun;

/// Runs `prove` on a small module with the variable x.
record Proof(Path folder) {

  CommandRun of(String body, String... options) {
    Path spec = folder.resolve("S.tla");
    try {
      Files.writeString(
          spec,
          "---- MODULE S ----\nEXTENDS Integers, Sequences\nVARIABLE x\n" + body + "\n====\n");
      Files.writeString(folder.resolve("S.cfg"), "INIT Init\nNEXT Next\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments = new ArrayList<>(List.of("prove", spec.toString(), "--inv", "Ind"));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
