package skolem.cli.command;

/// How a proof is reported.
enum ProofFormat {
  TEXT,
  JSON,
  JUNIT
}
