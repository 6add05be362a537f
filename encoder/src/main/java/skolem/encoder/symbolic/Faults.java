package skolem.encoder.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;

/// Collects the conditions under which evaluated expressions have no value.
public final class Faults {
  /// An evaluation error and when it occurs.
  public record Fault(Formula condition, Diagnostic diagnostic) {
    /// Whether this is no error of the specification, but something that is not found out.
    public boolean beyondLimits() {
      return diagnostic.code() == Code.UNSUPPORTED;
    }
  }

  private record Place(Span span, Code code, String message) {}

  private final Formulas formulas;
  private final Map<Place, List<Formula>> conditions = new LinkedHashMap<>();

  public Faults(Formulas formulas) {
    this.formulas = formulas;
  }

  /// Records that evaluation reaches `path` and goes wrong there where `condition` holds.
  public void report(Path path, Formula condition, Code code, Span span, String message) {
    report(path, condition, code, span, () -> message);
  }

  /// The same.
  ///
  /// @param message put together only where that is not excluded
  public void report(Path path, Formula condition, Code code, Span span, Supplier<String> message) {
    if (condition.isFalse()) {
      return;
    }
    Formula remaining = path.remaining(condition);
    Formula here = remaining.isFalse() ? remaining : formulas.and(path.formula(), remaining);
    if (!here.isFalse()) {
      report(here, code, span, message.get());
    }
  }

  private void report(Formula condition, Code code, Span span, String message) {
    if (!condition.isFalse()) {
      conditions
          .computeIfAbsent(new Place(span, code, message), _ -> new ArrayList<>())
          .add(condition);
    }
  }

  /// Records what others found of something that evaluation reaches by `path`.
  public void addAll(List<Fault> others, Path path) {
    for (Fault fault : others) {
      Diagnostic diagnostic = fault.diagnostic();
      report(path, fault.condition(), diagnostic.code(), diagnostic.span(), diagnostic.message());
    }
  }

  /// Records what others found, each condition changed by `change`.
  public void addAll(List<Fault> others, UnaryOperator<Formula> change) {
    for (Fault fault : others) {
      Diagnostic diagnostic = fault.diagnostic();
      report(
          change.apply(fault.condition()),
          diagnostic.code(),
          diagnostic.span(),
          diagnostic.message());
    }
  }

  /// Refuses what is beyond a limit of this engine, where it cannot be excluded: such a fault says
  /// nothing of the specification, and its absence must not be assumed.
  ///
  /// @throws RejectedException with the first such fault
  public void requireWithinLimits() {
    for (Fault fault : all()) {
      if (fault.beyondLimits()) {
        throw new RejectedException(fault.diagnostic());
      }
    }
  }

  /// All faults, which are then forgotten here.
  public List<Fault> drain() {
    List<Fault> all = all();
    conditions.clear();
    return all;
  }

  /// All faults, a place and message once.
  public List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    conditions.forEach((place, list) ->
        all.add(
            new Fault(
                formulas.or(list), Diagnostic.error(place.code(), place.span(), place.message()))));
    return all;
  }
}
