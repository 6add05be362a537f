package skolem.solver.lemma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.abstraction.Form;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Frame;

/// A step from any state that there is room for in some forms.
///
/// @param circuit the step
/// @param forms of the variables in the state before it
record Room(TwoStates circuit, List<Form> forms, Reach reach) {
  /// How much room, beside some, there may be for each constant in the frames.
  private static final int GROWTH = 8;

  private static final int MORE = 500;

  /// Which states there is room for.
  enum Reach {
    /// All that are reachable.
    ALL,

    /// Those after fewer steps than are asked for.
    BOUND,

    /// Those of the frames that there are, and what else the forms happen to have room for.
    SEEN
  }

  Room {
    forms = List.copyOf(forms);
  }

  /// The forms of the frames, grown by what a step leads to until nothing is added; where they grow
  /// too far, or for too long, by one step.
  ///
  /// @param frames made so far
  /// @param growing when it is too long
  /// @param deadline for what is computed of the room later
  /// @return null where there are no forms, or there was no time for a single step
  static @Nullable Room of(
      List<Frame> frames, Strengthening.Request request, Deadline growing, Deadline deadline) {
    List<Form> forms = seen(frames);
    if (forms == null) {
      return null;
    }
    long most = GROWTH * size(forms) + MORE;
    Room room = null;
    try {
      for (int depth = frames.size() - 1; ; depth++) {
        TwoStates circuit = TwoStates.of(request, forms, growing);
        List<Form> next = circuit == null ? null : circuit.step().forms();
        if (circuit == null || next == null) {
          return null;
        }
        List<Form> joined = joined(forms, next);
        boolean isClosed = joined.equals(forms);
        if (isClosed || depth >= request.steps() - 1) {
          room = new Room(circuit, forms, isClosed ? Reach.ALL : Reach.BOUND);
          break;
        }
        if (depth <= frames.size()) {
          room = new Room(circuit, forms, Reach.SEEN);
        }
        if (size(joined) > most) {
          break;
        }
        forms = joined;
      }
    } catch (Deadline.OverException _) {
      // What there is of the room will do.
    }
    if (room != null) {
      room.circuit.formulas().endBy(deadline);
    }
    return room;
  }

  /// That the step leads to where there is no room, though there would have to be.
  Formula escape() {
    return reach == Reach.SEEN ? circuit.escape(forms) : circuit.formulas().falsity();
  }

  /// Whether a state of these forms is among those that there is room for.
  static boolean has(List<Form> room, List<Form> forms) {
    return joined(room, forms).equals(room);
  }

  private static @Nullable List<Form> seen(List<Frame> frames) {
    List<Form> forms = null;
    for (Frame frame : frames) {
      List<Form> here = frame.forms();
      if (here == null) {
        return null;
      }
      forms = forms == null ? here : joined(forms, here);
    }
    return forms;
  }

  private static long size(List<Form> forms) {
    return forms.stream().mapToLong(Form::size).sum();
  }

  private static List<Form> joined(List<Form> left, List<Form> right) {
    List<Form> joined = new ArrayList<>(left.size());
    for (int i = 0; i < left.size(); i++) {
      joined.add(left.get(i).join(right.get(i)));
    }
    return joined;
  }
}
