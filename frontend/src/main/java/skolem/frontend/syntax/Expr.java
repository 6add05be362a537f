package skolem.frontend.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// An expression as it is written.
///
/// Operator symbols are canonical: where TLA+ has several spellings (as for set union) the node
/// holds the first of them; [Operators] has the table.
public sealed interface Expr {
  Span span();

  // ── Leaves ──────────────────────────────────────────────────────────────────────────────────

  /// A number: `12`, `1.5`, `\b101`, `\o17`, `\hFF`, as it is spelled.
  record NumberLiteral(String text, Span span) implements Expr {}

  /// @param text the characters denoted, escapes resolved
  record StringLiteral(String text, Span span) implements Expr {}

  record BooleanLiteral(boolean value, Span span) implements Expr {}

  /// `@` in an EXCEPT, or in a step of a proof.
  record At(Span span) implements Expr {}

  // ── Names and operators ─────────────────────────────────────────────────────────────────────

  /// A name with its way to it and its arguments: `x`, `F(a, LAMBDA y : y)`, `I(3)!F(x)!2!<<`. The
  /// words `BOOLEAN` and `STRING` are names too. An argument may be the bare symbol of an operator
  /// (`Fold(+, 0, S)`), which is a reference with that symbol as its name.
  ///
  /// @param path at least one step; the first is [Step.Named]
  record Reference(List<Step> path, Span span) implements Expr {
    public Reference {
      path = List.copyOf(path);
    }
  }

  /// One step of a [Reference].
  sealed interface Step {
    Span span();

    /// `F`, `F(a, b)`; `symbol` operators (`+`) too.
    record Named(Identifier name, List<Expr> arguments, Span span) implements Step {
      public Named {
        arguments = List.copyOf(arguments);
      }
    }

    /// `!3`: the third operand, conjunct, or step.
    record Index(int index, Span span) implements Step {}

    /// `!<<` and `!>>`: the left and the right operand.
    record Side(boolean left, Span span) implements Step {}

    /// `!:`, the whole of what a definition defines.
    record Whole(Span span) implements Step {}

    /// `!@`, the function of an application.
    record Function(Span span) implements Step {}

    /// `!(a, b)`: values for the bound variables.
    record Applied(List<Expr> arguments, Span span) implements Step {
      public Applied {
        arguments = List.copyOf(arguments);
      }
    }
  }

  /// An operator symbol where it is used.
  ///
  /// @param qualifier the instances that the symbol is looked up in (`I!+`); mostly empty
  record Symbol(List<Step> qualifier, String symbol, Span span) {
    public Symbol {
      qualifier = List.copyOf(qualifier);
    }
  }

  /// `- x`, `~ p`, `SUBSET s`, `[] p`, `ENABLED a`, …; the unary minus has the symbol `-.`.
  record Prefix(Symbol operator, Expr operand, Span span) implements Expr {}

  record Infix(Symbol operator, Expr left, Expr right, Span span) implements Expr {}

  /// `x'`, `x^+`, `x^*`, `x^#`.
  record Postfix(Symbol operator, Expr operand, Span span) implements Expr {}

  record Parenthesized(Expr inner, Span span) implements Expr {}

  /// A vertical list of conjuncts or disjuncts.
  record Junction(boolean conjunction, List<Expr> items, Span span) implements Expr {
    public Junction {
      items = List.copyOf(items);
    }
  }

  /// `S \X T \X U`: one product of three factors, which differs from products of products.
  record Product(List<Expr> factors, Span span) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  // ── Binders ─────────────────────────────────────────────────────────────────────────────────

  /// Which quantifier.
  enum Quantifier {
    FORALL,
    EXISTS,
    TEMPORAL_FORALL,
    TEMPORAL_EXISTS
  }

  record Quantified(Quantifier quantifier, List<Bound> bounds, Expr body, Span span)
      implements Expr {
    public Quantified {
      bounds = List.copyOf(bounds);
    }
  }

  record Choose(Bound.Pattern pattern, @Nullable Expr set, Expr body, Span span) implements Expr {}

  record Lambda(List<Identifier> parameters, Expr body, Span span) implements Expr {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  // ── Sets, functions, records, tuples ────────────────────────────────────────────────────────

  record SetEnumeration(List<Expr> elements, Span span) implements Expr {
    public SetEnumeration {
      elements = List.copyOf(elements);
    }
  }

  /// `{p \in S : P}`.
  record SetFilter(Bound.Pattern pattern, Expr set, Expr predicate, Span span) implements Expr {}

  /// `{e : x \in S, y \in T}`.
  record SetMap(Expr element, List<Bound> bounds, Span span) implements Expr {
    public SetMap {
      bounds = List.copyOf(bounds);
    }
  }

  /// `[x \in S, y \in T |-> e]`.
  record FunctionConstructor(List<Bound> bounds, Expr body, Span span) implements Expr {
    public FunctionConstructor {
      bounds = List.copyOf(bounds);
    }
  }

  record FunctionSet(Expr domain, Expr range, Span span) implements Expr {}

  record FunctionApplication(Expr function, List<Expr> arguments, Span span) implements Expr {
    public FunctionApplication {
      arguments = List.copyOf(arguments);
    }
  }

  /// A field of a record constructor or of a record set, by which form it stands in.
  record Field(Identifier name, Expr value) {}

  /// `[a |-> 1, b |-> 2]`.
  record RecordConstructor(List<Field> fields, Span span) implements Expr {
    public RecordConstructor {
      fields = List.copyOf(fields);
    }
  }

  /// `[a : S, b : T]`.
  record RecordSet(List<Field> fields, Span span) implements Expr {
    public RecordSet {
      fields = List.copyOf(fields);
    }
  }

  record FieldAccess(Expr record, Identifier field, Span span) implements Expr {}

  /// `[f EXCEPT ![i, j].a = e, …]`.
  record Except(Expr function, List<Update> updates, Span span) implements Expr {
    public Except {
      updates = List.copyOf(updates);
    }
  }

  /// @param path at least one step
  record Update(List<Selector> path, Expr value, Span span) {
    public Update {
      path = List.copyOf(path);
    }
  }

  /// One step into what EXCEPT changes.
  sealed interface Selector {
    /// `[i]`, `[i, j]`.
    record Index(List<Expr> arguments, Span span) implements Selector {
      public Index {
        arguments = List.copyOf(arguments);
      }
    }

    /// `.a`.
    record Member(Identifier name) implements Selector {}
  }

  record Tuple(List<Expr> elements, Span span) implements Expr {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  // ── Control ─────────────────────────────────────────────────────────────────────────────────

  record If(Expr condition, Expr thenBranch, Expr elseBranch, Span span) implements Expr {}

  record Arm(Expr condition, Expr value, Span span) {}

  /// @param other null where there is no OTHER
  record Case(List<Arm> arms, @Nullable Expr other, Span span) implements Expr {
    public Case {
      arms = List.copyOf(arms);
    }
  }

  record Let(List<Unit> definitions, Expr body, Span span) implements Expr {
    public Let {
      definitions = List.copyOf(definitions);
    }
  }

  /// `lab :: e`, `lab(x, y) :: e`.
  record Labelled(Identifier label, List<Identifier> parameters, Expr body, Span span)
      implements Expr {
    public Labelled {
      parameters = List.copyOf(parameters);
    }
  }

  // ── Actions and time ────────────────────────────────────────────────────────────────────────

  /// `[A]_v`.
  record ActionBox(Expr action, Expr subscript, Span span) implements Expr {}

  /// `<<A>>_v`.
  record ActionAngle(Expr action, Expr subscript, Span span) implements Expr {}

  /// `WF_v(A)` or, where `strong`, `SF_v(A)`.
  record Fairness(boolean strong, Expr subscript, Expr action, Span span) implements Expr {}
}
