package skolem.cli.command;

/// How `check` prints its result.
enum CheckFormat {
  TEXT,
  JSON,
  /// JUnit's XML, which build servers read.
  JUNIT
}
