package skolem.encoder.eval;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.Algebra;
import skolem.encoder.symbolic.Site;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// Strings where TLC takes them for sequences of characters: length, first character and the
/// others, concatenation, parts.
final class TextOps {
  private final Algebra algebra;
  private final Formulas formulas;

  TextOps(Algebra algebra) {
    this.algebra = algebra;
    this.formulas = algebra.formulas();
  }

  SymValue length(SymValue.Atom value, Site site) {
    ValueMap.Builder<Formula> lengths = new ValueMap.Builder<>();
    value
        .choices()
        .forEach((choice, guard) -> {
          String text = text(choice, guard, site);
          if (text != null) {
            lengths.merge(IntValue.of(text.length()), guard, formulas::or);
          }
        });
    return algebra.atom(lengths.build());
  }

  /// The first character.
  SymValue head(SymValue.Atom value, Site site) {
    return ofNonEmpty(value, "Head", text -> text.substring(0, 1), site);
  }

  /// All but the first character.
  SymValue tail(SymValue.Atom value, Site site) {
    return ofNonEmpty(value, "Tail", text -> text.substring(1), site);
  }

  private SymValue ofNonEmpty(
      SymValue.Atom value, String operator, UnaryOperator<String> part, Site site) {
    ValueMap.Builder<Formula> parts = new ValueMap.Builder<>();
    value
        .choices()
        .forEach((choice, guard) -> {
          String text = text(choice, guard, site);
          if (text == null) {
            return;
          }
          if (text.isEmpty()) {
            site.undefined(guard, operator + " of the empty string has no value");
          } else {
            parts.merge(new StringValue(part.apply(text)), guard, formulas::or);
          }
        });
    return algebra.atom(parts.build());
  }

  SymValue concat(SymValue.Atom left, SymValue right, Site site) {
    ValueMap.Builder<Formula> joined = new ValueMap.Builder<>();
    left.choices()
        .forEach((choice, guard) -> {
          String first = text(choice, guard, site);
          if (first == null) {
            return;
          }
          for (var possibility : algebra.split(right, site.under(guard))) {
            Formula both = formulas.and(guard, possibility.guard());
            if (both.isFalse()) {
              continue;
            }
            if (possibility.value() instanceof StringValue second) {
              joined.merge(new StringValue(first + second.text()), both, formulas::or);
            } else {
              site.undefined(both, "a string cannot be followed by " + possibility.value().kind());
            }
          }
        });
    return algebra.atom(joined.build());
  }

  SymValue part(SymValue.Atom value, SymValue from, SymValue to, Site site) {
    ValueMap.Builder<Formula> parts = new ValueMap.Builder<>();
    value
        .choices()
        .forEach((choice, guard) -> {
          String text = text(choice, guard, site);
          if (text == null) {
            return;
          }
          for (var first : algebra.split(from, site)) {
            for (var last : algebra.split(to, site)) {
              Formula all = formulas.and(guard, formulas.and(first.guard(), last.guard()));
              Value part = all.isFalse() ? null : part(text, first.value(), last.value());
              if (part != null) {
                parts.merge(part, all, formulas::or);
              } else {
                site.undefined(
                    all,
                    "SubSeq from " + first.value() + " to " + last.value() + " leaves the string");
              }
            }
          }
        });
    return algebra.atom(parts.build());
  }

  /// Null where there is no such part.
  private static @Nullable Value part(String text, Value from, Value to) {
    if (!(from instanceof IntValue first) || !(to instanceof IntValue last)) {
      return null;
    }
    if (first.compareTo(last) > 0) {
      return new StringValue("");
    }
    if (first.signum() <= 0 || last.compareTo(IntValue.of(text.length())) > 0) {
      return null;
    }
    return new StringValue(text.substring((int) first.longValue() - 1, (int) last.longValue()));
  }

  private @Nullable String text(Value choice, Formula guard, Site site) {
    if (choice instanceof StringValue text) {
      return text.text();
    }
    site.undefined(guard, "a sequence is expected here, not " + choice.kind());
    return null;
  }
}
