package skolem.solver.sat;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// The clauses that a CaDiCaL learns, as it learns them: written by the thread that asks it, read
/// while it rests. To be closed after the engine.
final class LearnedClauses implements AutoCloseable {
  static final int ANY_LENGTH = 1 << 30;

  private final Arena arena = Arena.ofShared();
  private final int most;
  private List<int[]> clauses = new ArrayList<>();
  private boolean complete = true;

  /// @param most how many are kept until they are taken; what is learnt beyond that, or beyond the
  ///   memory, is lost
  LearnedClauses(int most) {
    this.most = most;
  }

  /// The clauses since this was called last.
  List<int[]> take() {
    List<int[]> taken = clauses;
    clauses = new ArrayList<>();
    return taken;
  }

  /// Whether none was lost.
  boolean isComplete() {
    return complete;
  }

  /// The address of a function `(void *state, int *clause)` that adds a clause, which ends with 0.
  MemorySegment function() {
    try {
      MethodHandle add =
          MethodHandles.lookup()
              .bind(
                  this,
                  "add",
                  MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class));
      AddressLayout literals =
          ValueLayout.ADDRESS.withTargetLayout(
              MemoryLayout.sequenceLayout(ANY_LENGTH, ValueLayout.JAVA_INT));
      FunctionDescriptor type = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, literals);
      return Linker.nativeLinker().upcallStub(add, type, arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a method of this class", e);
    }
  }

  @SuppressWarnings("UnusedMethod") // called by a method handle
  private void add(MemorySegment unusedState, MemorySegment literals) {
    if (clauses.size() >= most) {
      complete = false;
      return;
    }
    int length = 0;
    while (literals.getAtIndex(ValueLayout.JAVA_INT, length) != 0) {
      length++;
    }
    try {
      clauses.add(literals.asSlice(0, length * (long) Integer.BYTES).toArray(ValueLayout.JAVA_INT));
    } catch (OutOfMemoryError _) {
      // What leaves this method ends the Java machine.
      clauses.clear();
      complete = false;
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
