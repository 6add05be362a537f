package skolem.solver.bmc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Unrolling;
import skolem.encoder.unroll.ValuePrecedence;
import skolem.frontend.value.ModelValue;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;

/// Questions about behaviours each of which stands for all that differ from it in interchangeable
/// values.
///
/// The demand hangs on an assumption: what else the session is asked, and what comes of it, is
/// about all behaviours.
final class SymmetryBreaking {
  private final List<List<ModelValue>> sets;
  private final Unrolling unrolling;
  private final SolverSession session;
  private final ValuePrecedence precedence;
  private @Nullable Formula represents;

  /// What is true of no representative of the behaviours to the last frame.
  private @Nullable Formula refuted;

  /// @param sets of interchangeable values, each ascending
  SymmetryBreaking(List<List<ModelValue>> sets, Unrolling unrolling, SolverSession session) {
    this.sets = sets;
    this.unrolling = unrolling;
    this.session = session;
    this.precedence = new ValuePrecedence(sets, unrolling.formulas());
  }

  /// The interchangeable values.
  List<List<ModelValue>> sets() {
    return sets;
  }

  /// Goes on to the last frame.
  void enter() {
    Formulas formulas = unrolling.formulas();
    if (represents != null) {
      session.assertThat(represents.not());
    }
    Formula representative = precedence.representative(unrolling.frames());
    refuted = null;
    represents = formulas.freshVariable("represents@" + unrolling.last().depth());
    session.assertThat(formulas.implies(represents, representative));
  }

  /// Asks whether one of these is true of the last frame.
  ///
  /// Whether evaluation comes to an error may depend on the order of values, so that is asked about
  /// all behaviours. Where it never does, nothing depends on that order.
  Answer ask(Formula properties, Formula errors, Budget budget) {
    Formula any = unrolling.formulas().or(properties, errors);
    if (represents == null || properties.isFalse()) {
      return session.check(List.of(any), budget);
    }
    long start = System.nanoTime();
    if (!properties.equals(refuted)) {
      Answer answer = session.check(List.of(represents, properties), budget);
      if (!(answer instanceof Answer.Unsat(var core))) {
        return answer;
      }
      if (!core.contains(properties)) {
        // No behaviour is so long.
        return new Answer.Unsat(List.of());
      }
      refuted = properties;
    }
    return errors.isFalse()
        ? new Answer.Unsat(List.of(properties))
        : session.check(List.of(errors), budget.after(System.nanoTime() - start));
  }
}
