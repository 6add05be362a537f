package skolem.cli.command;

/// How a result is printed.
enum OutputFormat {
  TEXT,
  JSON
}
