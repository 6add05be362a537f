package skolem.cli.compare;

import java.util.List;
import skolem.cli.measure.ProcessUse;

/// An engine that can be run as a process.
public sealed interface Contestant permits OurEngine, Tlc {
  String name();

  /// The command line that asks the question.
  List<String> command(Question question);

  /// What the process said.
  Reply reply(ProcessUse use);
}
