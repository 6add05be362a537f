package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Frame;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;

/// A question about the last frame for which there is not any amount of time: it is asked in one
/// piece at first and, once that has used up its share, cut into cubes by the action of the last
/// step (Heule, Kullmann, Wieringa, Biere, Cube and Conquer, HVC 2011).
///
/// In one piece it is answered sooner, where it is answered at all; where it is not, cubes say for
/// which actions it is open. One of the cubes holds on every behaviour that reaches the frame.
final class ActionCubes {
  /// What part of the time is left for the cubes.
  private static final int PART = 4;

  /// How a question is asked.
  interface Asking {
    Answer ask(Formula properties, Formula errors, Budget budget);
  }

  /// @param taken whether the last step was one of the action
  private record Cube(String action, Formula taken) {}

  private final Formulas formulas;
  private final int depth;
  private final List<Cube> cubes;
  private final Duration forCubes;

  /// What no answer was found for.
  private List<Cube> open = List.of();

  private ActionCubes(Formulas formulas, int depth, List<Cube> cubes, Duration forCubes) {
    this.formulas = formulas;
    this.depth = depth;
    this.cubes = cubes;
    this.forCubes = forCubes;
  }

  /// The cubes of a question about a frame; none where the question is not to be cut.
  ///
  /// @param limit of the question
  static ActionCubes of(Frame frame, Formulas formulas, Budget limit) {
    List<Cube> cubes = frame.actions().map(a -> new Cube(a, formulas.or(frame.taken(a)))).toList();
    Duration time = limit.limit();
    return time == null || frame.depth() == 0 || cubes.size() < 2
        ? none(formulas)
        : new ActionCubes(formulas, frame.depth(), cubes, time.dividedBy(PART));
  }

  /// A question that is asked in one piece only.
  static ActionCubes none(Formulas formulas) {
    return new ActionCubes(formulas, 0, List.of(), Duration.ZERO);
  }

  /// How long the question may still be asked in one piece.
  ///
  /// @param left of the time for it
  Budget whole(Budget left) {
    return left.after(forCubes.toNanos());
  }

  /// Whether it is to be cut.
  ///
  /// @param left of the time for it
  boolean areDue(Budget left) {
    return !cubes.isEmpty() && left.usedUpBy(forCubes.toNanos());
  }

  /// Asks of each cube, for an equal share of what is left, and again of those that are then open.
  ///
  /// @param left of the time for the question
  /// @return no only where that is the answer of all cubes
  Answer ask(Formula properties, Formula errors, Asking asking, Budget left) {
    long start = System.nanoTime();
    open = cubes;
    while (true) {
      List<Cube> rest = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        Cube cube = open.get(i);
        long asked = System.nanoTime();
        Budget share = left.after(asked - start).share(open.size() - i);
        Formula property = formulas.and(cube.taken(), properties);
        Formula error = formulas.and(cube.taken(), errors);
        switch (asking.ask(property, error, share)) {
          case Answer.Sat found -> {
            return found;
          }
          case Answer.Unsat _ -> {}
          case Answer.Unknown unknown when !share.usedUpBy(System.nanoTime() - asked) -> {
            return unknown;
          }
          case Answer.Unknown _ -> rest.add(cube);
        }
      }
      open = rest;
      if (open.isEmpty()) {
        return new Answer.Unsat(List.of(formulas.or(properties, errors)));
      }
      if (left.usedUpBy(System.nanoTime() - start)) {
        return new Answer.Unknown(left.exceeded());
      }
    }
  }

  /// What is known where only some cubes are refuted, to go on a sentence; else empty.
  ///
  /// Of behaviours that differ in the order of their steps one may have been looked at only, so
  /// this does not say that a step of a refuted cube leads to nothing bad; what is bad is reached
  /// by one of another cube, too.
  ///
  /// @param bad what it means that the answer is yes
  String known(String bad) {
    String actions = open.stream().map(Cube::action).collect(Collectors.joining(" or "));
    return open.isEmpty() || open.size() == cubes.size()
        ? ""
        : "; if %s after step %d, %s leads there".formatted(bad, depth, actions);
  }
}
