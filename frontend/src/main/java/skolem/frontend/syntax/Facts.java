package skolem.frontend.syntax;

import java.util.List;

/// What a proof or a USE cites: facts (`MODULE M` is a reference to `M`), and definitions after
/// DEF.
///
/// @param modules names of modules cited as `MODULE M`, among facts or definitions
public record Facts(List<Expr> facts, List<Identifier> modules, List<Expr> definitions) {
  public Facts {
    facts = List.copyOf(facts);
    modules = List.copyOf(modules);
    definitions = List.copyOf(definitions);
  }
}
