package skolem.frontend.syntax;

import java.util.Set;

/// What a module may define where it could not be read, so that nobody reports it as missing.
///
/// @param names what is defined or declared there
/// @param anything whether an EXTENDS or INSTANCE stands there, which may bring in any name
public record Gaps(Set<String> names, boolean anything) {
  public Gaps {
    names = Set.copyOf(names);
  }

  public boolean mayDefine(String name) {
    return anything || names.contains(name);
  }
}
