package skolem.encoder.eval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Definition;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.value.Value;

/// What operators come to for constant arguments: known to all evaluators of a model, whatever
/// formulas they make, and on whatever thread.
public final class ConstantApplications {
  private final Map<Application, Outcome> known = new ConcurrentHashMap<>();

  /// An operator and its arguments. Definitions are told apart by identity.
  record Application(Definition definition, List<Value> arguments) {
    @Override
    public int hashCode() {
      int hash = System.identityHashCode(definition);
      for (Value argument : arguments) {
        hash = (hash + argument.hashCode()) * 0x9E3779B1;
        hash ^= hash >>> 15;
      }
      return hash;
    }
  }

  /// @param value null where there is none
  /// @param faults that certainly occur
  record Outcome(@Nullable Value value, List<Diagnostic> faults) {}

  @Nullable Outcome get(Application application) {
    return known.get(application);
  }

  void put(Application application, Outcome outcome) {
    known.put(application, outcome);
  }
}
