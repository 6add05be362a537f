package skolem.encoder.symbolic;

import java.util.Collection;
import skolem.encoder.formula.Formula;

/// Whether a set is finite, where its form shows that without an element being looked at.
final class Finiteness {
  private Finiteness() {}

  /// Whether a set is finite under every assignment, as far as is seen.
  static boolean isFinite(SymValue set) {
    return switch (set) {
      case SymValue.SetOf _, SymValue.Range _, SymValue.Terms _ -> true;
      case SymValue.PowerSet(var base) -> isFinite(base);
      case SymValue.FunctionSet(var domain, var range) ->
          isEmpty(domain) || (isFinite(domain) && isFinite(range));
      case SymValue.RecordSet(var fields) ->
          fields.values().stream().allMatch(Finiteness::isFinite);
      case SymValue.Product(var factors) -> factors.stream().allMatch(Finiteness::isFinite);
      case SymValue.Sequences(var elements) -> isEmpty(elements);
      case SymValue.Filtered(var base, _) -> isFinite(base);
      case SymValue.Combined(var combination, var left, var right) ->
          switch (combination) {
            case UNION -> isFinite(left) && isFinite(right);
            case INTERSECTION -> isFinite(left) || isFinite(right);
            case DIFFERENCE -> isFinite(left);
          };
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream().allMatch(alternative -> isFinite(alternative.value()));
      case SymValue.Integers _,
          SymValue.Strings _,
          SymValue.Anything _,
          SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _ ->
          false;
    };
  }

  /// Whether a set is infinite under every assignment, as far as is seen.
  static boolean isInfinite(SymValue set) {
    return switch (set) {
      case SymValue.Integers _, SymValue.Strings _, SymValue.Anything _ -> true;
      case SymValue.PowerSet(var base) -> isInfinite(base);
      case SymValue.FunctionSet(var domain, var range) ->
          (isInfinite(range) && isInhabited(domain)) || (isInfinite(domain) && hasTwo(range));
      case SymValue.RecordSet(var fields) -> isInfiniteProduct(fields.values());
      case SymValue.Product(var factors) -> isInfiniteProduct(factors);
      case SymValue.Sequences(var elements) -> isInhabited(elements);
      case SymValue.Combined(var combination, var left, var right) ->
          switch (combination) {
            case UNION -> isInfinite(left) || isInfinite(right);
            case INTERSECTION -> false;
            case DIFFERENCE -> isInfinite(left) && isFinite(right);
          };
      case SymValue.Mixed(var alternatives) ->
          alternatives.stream().allMatch(alternative -> isInfinite(alternative.value()));
      case SymValue.SetOf _,
          SymValue.Range _,
          SymValue.Terms _,
          SymValue.Filtered _,
          SymValue.Bool _,
          SymValue.Atom _,
          SymValue.Int _,
          SymValue.Function _ ->
          false;
    };
  }

  private static boolean isInfiniteProduct(Collection<SymValue> factors) {
    return factors.stream().anyMatch(Finiteness::isInfinite)
        && factors.stream().allMatch(Finiteness::isInhabited);
  }

  private static boolean isEmpty(SymValue set) {
    return set instanceof SymValue.SetOf listed && listed.members().isEmpty();
  }

  /// Whether a set surely has an element, as far as is seen.
  private static boolean isInhabited(SymValue set) {
    return switch (set) {
      case SymValue.SetOf(var members, _, _) -> members.values().stream().anyMatch(Formula::isTrue);
      case SymValue.PowerSet _, SymValue.Sequences _ -> true;
      default -> isInfinite(set);
    };
  }

  /// Whether a set surely has two elements, as far as is seen.
  private static boolean hasTwo(SymValue set) {
    return set instanceof SymValue.SetOf(var members, _, _)
        ? members.values().stream().filter(Formula::isTrue).count() > 1
        : isInfinite(set);
  }
}
