package skolem.frontend.pluscal;

import java.util.List;
import skolem.frontend.source.Span;

/// Lays out names with commas between them, on lines that are not too long.
final class NameList {
  private static final int LINE = 65;

  private NameList() {}

  static Fragment of(List<String> names, Span account) {
    return of(names.stream().map(name -> Fragment.of(name, account)).toList());
  }

  static Fragment of(List<Fragment> names) {
    Fragment all = Fragment.EMPTY;
    Fragment line = Fragment.EMPTY;
    for (int i = 0; i < names.size(); i++) {
      Fragment name = names.get(i);
      if (!line.isEmpty() && endColumn(line) + 1 + endColumn(name) > LINE) {
        all = all.above(line, 0);
        line = Fragment.EMPTY;
      }
      Fragment item = i + 1 < names.size() ? name.then(",") : name;
      line = line.isEmpty() ? item : line.then(" ").then(item);
    }
    return all.above(line, 0);
  }

  private static int endColumn(Fragment fragment) {
    return fragment.tokens().getLast().endColumn();
  }
}
