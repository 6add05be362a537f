package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Trace;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.SolverSession;

/// Bounded model checking (Biere, Cimatti, Clarke, Zhu 1999), depth by depth, so that the first
/// violation is a shortest one.
///
/// At each depth it asks first whether an invariant is false, as TLC does on finding a state, then
/// whether something goes wrong, or nothing goes on, in leaving the state. What is found safe is
/// asserted as a lemma for the depths to come.
public final class BoundedChecker {
  private final Model model;
  private final CheckOptions options;
  private final CheckListener listener;
  private final Unrolling unrolling;
  private final SolverSession session;
  private final long start = System.nanoTime();
  private final List<Integer> branches = new ArrayList<>();
  private int safeDepth = -1;
  private boolean deadlockKnown = true;

  private BoundedChecker(
      Model model,
      CheckOptions options,
      CheckListener listener,
      SolverSession session,
      Unrolling unrolling) {
    this.model = model;
    this.options = options;
    this.listener = listener;
    this.unrolling = unrolling;
    this.session = session;
  }

  /// Checks the assumptions, then all behaviours of at most `options.length()` steps.
  ///
  /// @throws RejectedException where an assumption is false, and for what is not supported
  public static CheckReport check(Model model, CheckOptions options, CheckListener listener) {
    Unrolling unrolling = new Unrolling(model);
    try (SolverSession session = SolverSessions.open(options.engine(), unrolling.formulas())) {
      return new BoundedChecker(model, options, listener, session, unrolling).run();
    }
  }

  /// Why a search ends.
  sealed interface End {
    record Violation(Trace trace, Fault fault) implements End {}

    /// @param exhausted whether no behaviour goes any further
    record Safe(boolean exhausted) implements End {}

    record GaveUp(String reason) implements End {}
  }

  private CheckReport run() {
    unrolling.assumptions().forEach(this::require);
    End end = search();
    Duration solving = Duration.ofNanos(session.statistics().solverNanoseconds());
    Duration total = Duration.ofNanos(System.nanoTime() - start);
    boolean vacuous = end instanceof End.Safe(boolean exhausted) && exhausted && safeDepth < 0;
    return new CheckReport(
        new VerdictAssembly(model, options, deadlockKnown, safeDepth).verdict(end),
        safeDepth,
        branches,
        vacuous,
        total.minus(solving),
        solving,
        unrolling.formulas().size(),
        session.statistics());
  }

  private void require(Unrolling.Assumed assumed) {
    for (Query fault : assumed.faults()) {
      if (fault instanceof Query.Undefined(_, var diagnostic) && !fault.bad().isFalse()) {
        throw new RejectedException(diagnostic);
      }
    }
    if (!assumed.holds().isTrue()) {
      throw RejectedException.of(
          Code.ASSUMPTION,
          assumed.assumption().expr().span(),
          "assumption `" + assumed.assumption().name() + "` is false");
    }
  }

  private End search() {
    List<Query> beginning = unrolling.begin();
    // Undefined(Init)
    End end = ask(beginning);
    if (end != null) {
      return end;
    }
    for (int depth = 0; depth <= options.length(); depth++) {
      Frame frame = depth == 0 ? unrolling.last() : unrolling.extend();
      if (frame.constraints().stream().anyMatch(Formula::isFalse)) {
        return new End.Safe(true);
      }
      frame.constraints().forEach(session::assertThat);
      branches.add(frame.arrivals().size());
      // Init(s0) & Next(s0, s1) & … & Next(sk-1, sk) & ~Inv(sk)
      end = ask(unrolling.invariantQueries());
      if (end == null) {
        // … & (Undefined(Next)(sk) | ~Enabled(Next)(sk))
        end = askDeparture();
      }
      if (end != null) {
        return end;
      }
      safeDepth = depth;
      listener.safe(
          depth,
          frame.arrivals().size(),
          unrolling.formulas().size(),
          Duration.ofNanos(System.nanoTime() - start));
    }
    return new End.Safe(false);
  }

  private @Nullable End askDeparture() {
    End end = ask(unrolling.departureQueries());
    if (end != null || !options.deadlock()) {
      return end;
    }
    Query stuck = unrolling.deadlockQuery();
    if (stuck == null) {
      deadlockKnown = false;
      return null;
    }
    return ask(List.of(stuck));
  }

  /// Asks whether any of these is bad in the last frame; null where none is.
  private @Nullable End ask(List<Query> queries) {
    List<Formula> bad = queries.stream().map(Query::bad).toList();
    Formula any = unrolling.formulas().or(bad);
    if (any.isFalse()) {
      return null;
    }
    return switch (session.check(List.of(any), options.budget())) {
      case Answer.Sat(var assignment) -> violation(queries, assignment);
      case Answer.Unknown(var reason) -> new End.GaveUp(reason);
      case Answer.Unsat(var core) -> {
        session.assertThat(any.not());
        yield core.isEmpty() ? new End.Safe(true) : null;
      }
    };
  }

  private End violation(List<Query> queries, Assignment assignment) {
    Query found =
        queries.size() == 1
            ? queries.getFirst()
            : first(queries, new Valuation(unrolling.formulas(), assignment));
    Supplier<Trace> trace = () -> TraceDecoder.decode(unrolling, assignment);
    return switch (found) {
      case Query.ConjunctFalse(_, var invariant, var span) ->
          new End.Violation(trace.get(), new Fault.InvariantFalse(invariant, span.text(), span));
      case Query.StepFalse(_, var property, var span) ->
          new End.Violation(trace.get(), new Fault.StepFalse(property, span.text(), span));
      case Query.Stuck _ -> new End.Violation(trace.get(), new Fault.Deadlock());
      case Query.Undefined(_, var diagnostic) -> {
        if (unrolling.frames().size() == 1 && branches.isEmpty()) {
          throw new RejectedException(diagnostic);
        }
        yield new End.Violation(trace.get(), new Fault.EvaluationError(diagnostic));
      }
    };
  }

  private static Query first(List<Query> queries, Valuation valuation) {
    for (Query query : queries) {
      if (valuation.holds(query.bad())) {
        return query;
      }
    }
    throw new IllegalStateException("the solver's assignment makes no query true");
  }
}
