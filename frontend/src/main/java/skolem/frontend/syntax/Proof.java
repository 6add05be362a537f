package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// A proof, kept so that a module can be printed as it was read.
public sealed interface Proof {
  Span span();

  /// `OBVIOUS` or `OMITTED`.
  record Terminal(boolean omitted, Span span) implements Proof {}

  /// `BY …`, `BY ONLY …`.
  record By(boolean only, Facts facts, Span span) implements Proof {}

  /// Steps, the last of them QED.
  record Steps(List<Step> steps, Span span) implements Proof {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// `<1>a. body proof`.
  ///
  /// @param label as written, without the final dots: `<1>`, `<1>2`, `<*>a`
  /// @param proof null where the step has none
  record Step(String label, Body body, @Nullable Proof proof, Span span) {}

  /// What a step does.
  sealed interface Body {
    /// A formula or sequent; `suffices` where it replaces the goal.
    record Asserts(boolean suffices, Statement statement) implements Body {}

    record Have(Expr expr) implements Body {}

    record CaseSplit(Expr expr) implements Body {}

    /// `TAKE x \in S`.
    record Take(List<Bound> bounds) implements Body {
      public Take {
        bounds = List.copyOf(bounds);
      }
    }

    /// `WITNESS e, f`.
    record Witness(List<Expr> exprs) implements Body {
      public Witness {
        exprs = List.copyOf(exprs);
      }
    }

    /// `PICK x \in S : P`.
    record Pick(List<Bound> bounds, Expr predicate) implements Body {
      public Pick {
        bounds = List.copyOf(bounds);
      }
    }

    /// `DEFINE F == e`, also without the word.
    record Define(List<Unit> definitions) implements Body {
      public Define {
        definitions = List.copyOf(definitions);
      }
    }

    record Uses(Unit.UseOrHide use) implements Body {}

    record Instantiates(Unit.Instance instance) implements Body {}

    record Qed() implements Body {}
  }
}
