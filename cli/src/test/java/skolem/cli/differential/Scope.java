package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;

/// The names that a generated expression may mention.
record Scope(List<Name> names) {

  /// What to write for a value of this type: `x`, `x'`, or a bound variable.
  record Name(String text, Type type) {}

  Scope {
    names = List.copyOf(names);
  }

  static Scope empty() {
    return new Scope(List.of());
  }

  /// This scope and a name, which hides another that is written the same, as `@` does.
  Scope with(String text, Type type) {
    List<Name> more = new ArrayList<>(names);
    more.removeIf(name -> name.text().equals(text));
    more.add(new Name(text, type));
    return new Scope(more);
  }

  List<Name> of(Type type) {
    return names.stream().filter(n -> n.type().equals(type)).toList();
  }

  <T extends Type> List<Name> of(Class<T> kind) {
    return names.stream().filter(n -> kind.isInstance(n.type())).toList();
  }
}
