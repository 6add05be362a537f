package skolem.explicit.eval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.frontend.value.Value;

/// What `TLCSet` has written and `TLCGet` reads, besides what the place of evaluation says.
public final class Registers {
  private final Map<Value, Value> values = new HashMap<>();
  private final boolean writable;

  private Registers(boolean writable) {
    this.writable = writable;
  }

  /// Empty, and open to `TLCSet` everywhere.
  public static Registers empty() {
    return new Registers(true);
  }

  /// A copy; not `writable` means outside of assumptions.
  public Registers copy(boolean isWritable) {
    Registers copy = new Registers(isWritable);
    copy.values.putAll(values);
    return copy;
  }

  public void put(Value register, Value value) {
    values.put(register, value);
  }

  @Nullable Value get(Value register) {
    return values.get(register);
  }

  boolean isWritable() {
    return writable;
  }
}
