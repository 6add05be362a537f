package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import skolem.frontend.parse.TlaParser.FactsContext;
import skolem.frontend.parse.TlaParser.StepBodyContext;
import skolem.frontend.parse.TlaParser.StepContext;
import skolem.frontend.parse.TlaParser.TerminalProofContext;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;
import skolem.frontend.syntax.Facts;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.syntax.Proof;
import skolem.frontend.syntax.Statement;
import skolem.frontend.syntax.Unit;

/// Makes statements and proofs of parse trees; nests the steps of a proof by their levels.
///
/// `<n>` has level n, `<+>` the level after the current one, `<*>` the current one, or the next at
/// the beginning of a proof. A step of a higher level than the one before begins its proof, which
/// QED ends.
final class ProofBuilder {
  private final Places places;
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  ProofBuilder(Places places, Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.places = places;
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  // ── Statements ──────────────────────────────────────────────────────────────────────────────

  Statement statement(TlaParser.StatementContext context) {
    return context.sequent() != null
        ? sequent(context.sequent())
        : new Statement.Formula(expressions.expression(context.expr()));
  }

  private Statement sequent(TlaParser.SequentContext context) {
    @Nullable TerminalNode label = context.SEQUENT_LABEL();
    List<Statement.Hypothesis> hypotheses = new ArrayList<>();
    for (TlaParser.HypothesisContext hypothesis : context.hypothesis()) {
      hypotheses.add(hypothesis(hypothesis));
    }
    boolean boxed = context.BOX_ASSUME() != null;
    if (boxed != (context.BOX_PROVE() != null)) {
      diagnostics.error(
          Code.SYNTAX, places.span(context), "[]ASSUME goes with []PROVE, ASSUME with PROVE");
    }
    return new Statement.Sequent(
        label == null ? null : places.name(label),
        boxed,
        hypotheses,
        expressions.expression(context.expr()),
        places.span(context));
  }

  private Statement.Hypothesis hypothesis(TlaParser.HypothesisContext context) {
    if (context.statement() != null) {
      return new Statement.Hypothesis.Assumed(statement(context.statement()));
    }
    return new Statement.Hypothesis.New(
        level(context),
        expressions.definitions().parameter(context.parameter()),
        context.expr() == null ? null : expressions.expression(context.expr()),
        places.span(context));
  }

  private static Statement.Hypothesis.Level level(TlaParser.HypothesisContext context) {
    if (context.VARIABLE() != null) {
      return Statement.Hypothesis.Level.VARIABLE;
    }
    return context.LEVEL() == null
        ? Statement.Hypothesis.Level.CONSTANT
        : Statement.Hypothesis.Level.valueOf(context.LEVEL().getText());
  }

  // ── Proofs ──────────────────────────────────────────────────────────────────────────────────

  Proof proof(TlaParser.ProofContext context) {
    TerminalProofContext terminal = context.terminalProof();
    if (terminal != null) {
      return terminal(terminal);
    }
    Steps steps = new Steps(context.step());
    Proof.Steps proof = steps.proof(-1);
    steps.expectEnd();
    return proof;
  }

  private Proof terminal(TerminalProofContext context) {
    Span span = places.span(context);
    return context.BY() == null
        ? new Proof.Terminal(context.OMITTED() != null, span)
        : new Proof.By(context.ONLY() != null, facts(context.facts()), span);
  }

  Facts facts(FactsContext context) {
    List<Expr> facts = new ArrayList<>();
    List<Identifier> modules = new ArrayList<>();
    List<Expr> definitions = new ArrayList<>();
    for (TlaParser.FactContext fact : context.fact()) {
      if (fact.IDENTIFIER() != null) {
        modules.add(places.name(fact.IDENTIFIER()));
      } else {
        facts.add(expressions.expression(fact.expr()));
      }
    }
    if (context.definitionFacts() != null) {
      for (TlaParser.DefinitionFactContext fact : context.definitionFacts().definitionFact()) {
        if (fact.IDENTIFIER() != null) {
          modules.add(places.name(fact.IDENTIFIER()));
        } else {
          definitions.add(expressions.references().reference(fact.reference()));
        }
      }
    }
    return new Facts(facts, modules, definitions);
  }

  // ── Steps ───────────────────────────────────────────────────────────────────────────────────

  /// A step's name as it is referred to.
  static String withoutDots(String label) {
    int end = label.length();
    while (label.charAt(end - 1) == '.') {
      end--;
    }
    return label.substring(0, end);
  }

  /// The steps of a proof in the order of the text, and how far they have been nested.
  private final class Steps {
    private final List<StepContext> steps;
    private int next;
    private boolean faulty;

    Steps(List<StepContext> steps) {
      this.steps = steps;
    }

    /// The proof that begins with the next step.
    Proof.Steps proof(int outer) {
      Span start = places.span(steps.get(next));
      int level = level(steps.get(next), outer, true);
      if (level <= outer) {
        error(steps.get(next), "a proof must begin with a step of a higher level");
        level = outer + 1;
      }
      List<Proof.Step> proof = new ArrayList<>();
      Proof.Step last = step(level);
      proof.add(last);
      while (!(last.body() instanceof Proof.Body.Qed) && next < steps.size()) {
        if (level(steps.get(next), level, false) != level) {
          error(steps.get(next), "this step does not have the level <" + level + "> of its proof");
        }
        last = step(level);
        proof.add(last);
      }
      if (!(last.body() instanceof Proof.Body.Qed)) {
        error(last.span(), "the proof has no QED after this step");
      }
      return new Proof.Steps(proof, start.to(last.span()));
    }

    private Proof.Step step(int level) {
      StepContext context = steps.get(next++);
      Span span = places.span(context);
      @Nullable Proof proof = null;
      if (context.terminalProof() != null) {
        proof = terminal(context.terminalProof());
      } else if (next < steps.size() && level(steps.get(next), level, proofBegins()) > level) {
        proof = proof(level);
        span = span.to(proof.span());
      }
      String label = withoutDots(context.STEP_BEGIN().getText());
      Proof.Body body = body(context.stepBody());
      if (proof != null && !takesProof(body)) {
        error(context, "a step of this kind takes no proof");
      }
      return new Proof.Step(label, body, proof, span);
    }

    private static boolean takesProof(Proof.Body body) {
      return switch (body) {
        case Proof.Body.Asserts _, Proof.Body.CaseSplit _, Proof.Body.Pick _, Proof.Body.Qed _ ->
            true;
        case Proof.Body.Have _,
            Proof.Body.Take _,
            Proof.Body.Witness _,
            Proof.Body.Define _,
            Proof.Body.Uses _,
            Proof.Body.Instantiates _ ->
            false;
      };
    }

    private boolean proofBegins() {
      return steps.get(next - 1).PROOF() != null;
    }

    private int level(StepContext context, int current, boolean begins) {
      String label = context.STEP_BEGIN().getText();
      return switch (label.charAt(1)) {
        case '+' -> current + 1;
        case '*' -> begins ? current + 1 : current;
        default -> number(label.substring(1, label.indexOf('>')));
      };
    }

    private int number(String digits) {
      return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    void expectEnd() {
      if (next < steps.size()) {
        error(steps.get(next), "the proof has ended with QED before this step");
      }
    }

    private void error(StepContext context, String message) {
      error(places.span(context.STEP_BEGIN()), message);
    }

    /// Reports the first fault; those of other levels follow from it.
    private void error(Span place, String message) {
      if (!faulty) {
        faulty = true;
        diagnostics.error(Code.SYNTAX, place, message);
      }
    }
  }

  private Proof.Body body(StepBodyContext context) {
    return switch (context.getStart().getType()) {
      case TlaParser.HAVE -> new Proof.Body.Have(expressions.expression(context.expr(0)));
      case TlaParser.CASE_STEP -> new Proof.Body.CaseSplit(expressions.expression(context.expr(0)));
      case TlaParser.TAKE -> new Proof.Body.Take(expressions.bounds().either(context.bounds()));
      case TlaParser.WITNESS -> new Proof.Body.Witness(expressions.expressions(context.expr()));
      case TlaParser.PICK ->
          new Proof.Body.Pick(
              expressions.bounds().either(context.bounds()),
              expressions.expression(context.expr(0)));
      case TlaParser.DEFINE, TlaParser.STEP_DEFINITION -> new Proof.Body.Define(defined(context));
      case TlaParser.USE, TlaParser.HIDE -> new Proof.Body.Uses(useOrHide(context.useOrHide()));
      case TlaParser.INSTANCE ->
          new Proof.Body.Instantiates(expressions.definitions().instance(context.instance(), null));
      case TlaParser.QED -> new Proof.Body.Qed();
      default -> new Proof.Body.Asserts(context.SUFFICES() != null, statement(context.statement()));
    };
  }

  private List<Unit> defined(StepBodyContext context) {
    List<Unit> definitions = new ArrayList<>();
    for (TlaParser.DefinitionContext definition : context.definition()) {
      definitions.add(expressions.definitions().definition(definition, null));
    }
    return definitions;
  }

  Unit.UseOrHide useOrHide(TlaParser.UseOrHideContext context) {
    return new Unit.UseOrHide(
        context.HIDE() != null,
        context.ONLY() != null,
        facts(context.facts()),
        places.span(context));
  }
}
