package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// What a theorem or a proof step states.
public sealed interface Statement {
  Span span();

  record Formula(Expr expr) implements Statement {
    @Override
    public Span span() {
      return expr.span();
    }
  }

  /// `ASSUME …, … PROVE …`.
  ///
  /// @param label null where the sequent has none
  /// @param boxed whether it is written `[]ASSUME … []PROVE …`
  record Sequent(
      @Nullable Identifier label, boolean boxed, List<Hypothesis> hypotheses, Expr goal, Span span)
      implements Statement {
    public Sequent {
      hypotheses = List.copyOf(hypotheses);
    }
  }

  /// What stands between ASSUME and PROVE.
  sealed interface Hypothesis {
    Span span();

    /// A formula, or a nested sequent.
    record Assumed(Statement statement) implements Hypothesis {
      @Override
      public Span span() {
        return statement.span();
      }
    }

    /// The level that a `NEW` gives its name.
    enum Level {
      CONSTANT,
      VARIABLE,
      STATE,
      ACTION,
      TEMPORAL
    }

    /// `NEW CONSTANT x \in S`, `NEW F(_)`.
    ///
    /// @param set null where there is none
    record New(Level level, Parameter parameter, @Nullable Expr set, Span span)
        implements Hypothesis {}
  }
}
