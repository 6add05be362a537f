package skolem.frontend.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;
import skolem.frontend.value.Value;

/// An expression of the kernel.
///
/// Evaluation is that of TLC: [And], [Or], [Implies], [If] and [Case] from left to right, stopping
/// as soon as the answer is known; operands of [Apply] by need; all other operands by value.
public sealed interface Expr {
  Span span();

  // ── Leaves ──────────────────────────────────────────────────────────────────────────────────

  record Literal(Value value, Span span) implements Expr {}

  /// A variable in the current state; under [Prime], in the next.
  record VariableRef(Variable variable, Span span) implements Expr {}

  record LocalRef(Local local, Span span) implements Expr {}

  // ── Application ─────────────────────────────────────────────────────────────────────────────

  /// An operator that the specification defines, or that was passed to it.
  record Apply(OperatorRef operator, List<Operand> operands, Span span) implements Expr {
    public Apply {
      operands = List.copyOf(operands);
    }
  }

  /// An operator that the engines know; the operands are as [Builtin] says.
  record Native(Builtin builtin, List<Operand> operands, Span span) implements Expr {
    public Native {
      operands = List.copyOf(operands);
    }

    /// The expression at this place of the operands, which is a value there.
    public Expr value(int index) {
      return ((Operand.ValueOperand) operands.get(index)).expr();
    }

    /// The operator at this place of the operands, which is one there.
    public OperatorRef operator(int index) {
      return ((Operand.OperatorOperand) operands.get(index)).operator();
    }
  }

  // ── Logic ───────────────────────────────────────────────────────────────────────────────────

  record And(List<Expr> conjuncts, Span span) implements Expr {
    public And {
      conjuncts = List.copyOf(conjuncts);
    }
  }

  record Or(List<Expr> disjuncts, Span span) implements Expr {
    public Or {
      disjuncts = List.copyOf(disjuncts);
    }
  }

  record Implies(Expr premise, Expr conclusion, Span span) implements Expr {}

  record If(Expr condition, Expr thenBranch, Expr elseBranch, Span span) implements Expr {}

  record Arm(Expr condition, Expr value) {}

  /// @param other null where there is no OTHER; no matching arm is then an evaluation error
  record Case(List<Arm> arms, @Nullable Expr other, Span span) implements Expr {
    public Case {
      arms = List.copyOf(arms);
    }
  }

  /// Local definitions. A definition without parameters is evaluated at most once for each
  /// evaluation of the LET.
  record Let(List<Definition> definitions, Expr body, Span span) implements Expr {
    public Let {
      definitions = List.copyOf(definitions);
    }
  }

  // ── Binders ─────────────────────────────────────────────────────────────────────────────────

  /// The sets of the bindings do not depend on one another.
  record Quantified(boolean universal, List<Binding> bindings, Expr body, Span span)
      implements Expr {
    public Quantified {
      bindings = List.copyOf(bindings);
    }
  }

  /// A quantifier without a set.
  record UnboundedQuantified(boolean universal, List<Local> locals, Expr body, Span span)
      implements Expr {
    public UnboundedQuantified {
      locals = List.copyOf(locals);
    }
  }

  /// `CHOOSE x \in S : P`: the least witness in the order of values; none is an evaluation error.
  record Choose(Binding binding, Expr predicate, Span span) implements Expr {}

  /// `CHOOSE x : P`.
  record UnboundedChoose(Local local, Expr predicate, Span span) implements Expr {}

  record SetFilter(Binding binding, Expr predicate, Span span) implements Expr {}

  record SetMap(Expr element, List<Binding> bindings, Span span) implements Expr {
    public SetMap {
      bindings = List.copyOf(bindings);
    }
  }

  /// `[x \in S, y \in T |-> e]`: with more than one binding, a function on tuples.
  record FunctionMap(List<Binding> bindings, Expr body, Span span) implements Expr {
    public FunctionMap {
      bindings = List.copyOf(bindings);
    }
  }

  /// `f[x \in S] == e` where `e` mentions `f`, which is [LocalRef] of `self` there.
  record RecursiveFunction(Local self, List<Binding> bindings, Expr body, Span span)
      implements Expr {
    public RecursiveFunction {
      bindings = List.copyOf(bindings);
    }
  }

  // ── Constructors ────────────────────────────────────────────────────────────────────────────

  record SetEnumeration(List<Expr> elements, Span span) implements Expr {
    public SetEnumeration {
      elements = List.copyOf(elements);
    }
  }

  record TupleLiteral(List<Expr> elements, Span span) implements Expr {
    public TupleLiteral {
      elements = List.copyOf(elements);
    }
  }

  record Field(String name, Expr value) {}

  record RecordLiteral(List<Field> fields, Span span) implements Expr {
    public RecordLiteral {
      fields = List.copyOf(fields);
    }
  }

  record RecordSet(List<Field> fields, Span span) implements Expr {
    public RecordSet {
      fields = List.copyOf(fields);
    }
  }

  record FunctionSet(Expr domain, Expr range, Span span) implements Expr {}

  /// `S \X T \X U`; at least two factors.
  record Product(List<Expr> factors, Span span) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  // ── Functions ───────────────────────────────────────────────────────────────────────────────

  /// `f[e]`; also `r.a`, which is `r["a"]`, and `f[a, b]`, which is `f[<<a, b>>]`.
  record FunctionApply(Expr function, Expr argument, Span span) implements Expr {}

  /// `[f EXCEPT ![a][b] = e]`, one update; several are nested, the first innermost.
  ///
  /// @param path at least one argument
  /// @param at stands for the old value in `value`
  record Except(Expr function, List<Expr> path, Local at, Expr value, Span span) implements Expr {
    public Except {
      path = List.copyOf(path);
    }
  }

  // ── Actions ─────────────────────────────────────────────────────────────────────────────────

  /// `e'`: the value of `e` in the next state.
  record Prime(Expr expr, Span span) implements Expr {}

  record Unchanged(Expr expr, Span span) implements Expr {}

  record Enabled(Expr action, Span span) implements Expr {}

  /// `A \cdot B`.
  record Compose(Expr first, Expr second, Span span) implements Expr {}

  /// `[A]_v`, which is `A \/ UNCHANGED v`; or, where `angle`, `<<A>>_v`, which is `A /\ ~ UNCHANGED
  /// v`.
  record SubscriptedAction(boolean angle, Expr action, Expr subscript, Span span) implements Expr {}

  // ── Time ────────────────────────────────────────────────────────────────────────────────────

  /// Which temporal operator.
  enum TemporalOperator {
    /// `[] F`.
    ALWAYS,
    /// `<> F`.
    EVENTUALLY,
    /// `F ~> G`.
    LEADS_TO,
    /// `F -+-> G`.
    GUARANTEES,
    /// `WF_v(A)`; the operands are `v` and `A`.
    WEAK_FAIRNESS,
    /// `SF_v(A)`; the operands are `v` and `A`.
    STRONG_FAIRNESS
  }

  record Temporal(TemporalOperator operator, List<Expr> operands, Span span) implements Expr {
    public Temporal {
      operands = List.copyOf(operands);
    }
  }

  /// `\AA x : F`, `\EE x : F`.
  record TemporalQuantified(boolean universal, List<Local> locals, Expr body, Span span)
      implements Expr {
    public TemporalQuantified {
      locals = List.copyOf(locals);
    }
  }
}
