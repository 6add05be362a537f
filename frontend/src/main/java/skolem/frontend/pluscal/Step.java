package skolem.frontend.pluscal;

import java.util.List;

/// What one step does: commands without labels, jumps, calls or loops, which set `pc` themselves.
record Step(Label label, List<Statement> statements) {
  Step {
    statements = List.copyOf(statements);
  }
}
