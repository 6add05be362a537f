package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;

/// Generated text, in parts that the shrinker can take apart.
///
/// @param trivial what may stand in its place
/// @param parts strings and terms, in the order of the text
record Term(Type type, String trivial, List<Object> parts) {
  Term {
    parts = List.copyOf(parts);
  }

  static Term of(Type type, Object... parts) {
    return new Term(type, type.trivial(), List.of(parts));
  }

  /// Terms with commas between them, in brackets.
  static Term enclosed(Type type, String open, List<Term> terms, String close) {
    List<Object> parts = new ArrayList<>();
    parts.add(open);
    parts.addAll(joined(terms, ", "));
    parts.add(close);
    return of(type, parts.toArray());
  }

  /// Terms with this text between them.
  static List<Object> joined(List<Term> terms, String separator) {
    List<Object> parts = new ArrayList<>();
    for (Term term : terms) {
      if (!parts.isEmpty()) {
        parts.add(separator);
      }
      parts.add(term);
    }
    return parts;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    print(text);
    return text.toString();
  }

  private void print(StringBuilder to) {
    for (Object part : parts) {
      if (part instanceof Term term) {
        term.print(to);
      } else {
        to.append(part);
      }
    }
  }

  /// All terms within this one, itself first.
  List<Term> all() {
    List<Term> all = new ArrayList<>();
    collect(all);
    return all;
  }

  private void collect(List<Term> all) {
    all.add(this);
    for (Object part : parts) {
      if (part instanceof Term term) {
        term.collect(all);
      }
    }
  }

  /// This term with one within it (by identity) replaced.
  Term with(Term old, Term replacement) {
    if (this == old) {
      return replacement;
    }
    List<Object> changed = new ArrayList<>(parts.size());
    boolean different = false;
    for (Object part : parts) {
      Object image = part instanceof Term term ? term.with(old, replacement) : part;
      different |= image != part;
      changed.add(image);
    }
    return different ? new Term(type, trivial, changed) : this;
  }
}
