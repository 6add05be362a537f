package skolem.solver.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skolem.encoder.decode.BehaviourDifference;
import skolem.encoder.decode.TraceDecoder;
import skolem.encoder.formula.Assignment;
import skolem.encoder.formula.Deadline;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.formula.Valuation;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Query;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.source.RejectedException;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Vacuity;
import skolem.solver.engine.SolverSessions;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;
import skolem.solver.session.SolvingTime;

/// Bounded model checking (Biere, Cimatti, Clarke, Zhu 1999), depth by depth, so that the first
/// violation is a shortest one.
///
/// At each depth it asks first whether an invariant is false, as TLC does on finding a state, then
/// whether something goes wrong, or nothing goes on, in leaving the state. What is found safe is
/// asserted as a lemma for the depths to come.
public final class BoundedChecker {
  /// How long the search for vacuity may take, at the least; else a share of what went before.
  private static final Duration LEAST_FOR_VACUITY = Duration.ofSeconds(2);

  private final Model model;
  private final CheckOptions options;
  private final CheckListener listener;
  private final Unrolling unrolling;
  private final Formulas formulas;
  private final SolverSession session;
  private final SolvingTime besides = new SolvingTime();
  private final Counterexamples counterexamples;
  private final CheckProgress progress;
  private final Deadline deadline;
  private final FrameReductions reductions;
  private final WholeTrace whole;

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
    this.formulas = unrolling.formulas();
    this.session = session;
    this.counterexamples = new Counterexamples(options.wanted(), formulas);
    this.progress = new CheckProgress(model, options);
    this.whole = new WholeTrace(model, unrolling.cone(), options);
    progress.leavesOut(unrolling.cone().names(model));
    Duration limit = options.time().whole().limit();
    this.deadline = limit == null ? Deadline.never() : Deadline.after(limit);
    formulas.endBy(deadline);
    this.reductions = new FrameReductions(model, options, unrolling, session, besides);
  }

  /// Checks the assumptions, then all behaviours of at most `options.length()` steps.
  ///
  /// @throws RejectedException where an assumption is false, and for what is not supported
  public static CheckReport check(Model model, CheckOptions options, CheckListener listener) {
    boolean portfolio = options.reductions().allowed().contains(Reductions.Reduction.PORTFOLIO);
    return check(
        model,
        options,
        listener,
        formulas ->
            portfolio
                ? SolverSessions.withPortfolio(options.engine(), formulas)
                : SolverSessions.open(options.engine(), formulas));
  }

  /// The same.
  ///
  /// @param opening opens the session of the search
  static CheckReport check(
      Model model,
      CheckOptions options,
      CheckListener listener,
      Function<Formulas, SolverSession> opening) {
    Unrolling unrolling = new Unrolling(model, options.cone(model));
    try (SolverSession session = opening.apply(unrolling.formulas())) {
      return new BoundedChecker(model, options, listener, session, unrolling).run();
    }
  }

  private CheckReport run() {
    listener.begins(progress);
    End end;
    List<Vacuity> vacuity = List.of();
    try {
      unrolling.requireAssumptions();
      end = model.behaviour() == null ? new End.NoBehaviour() : search();
      vacuity = vacuityInTime(end);
    } catch (Deadline.OverException _) {
      end = new End.GaveUp(options.time().whole().exceeded());
    } catch (OutOfMemoryError _) {
      end = new End.GaveUp("there was not enough memory; SKOLEM_JAVA_OPTIONS=-Xmx… gives more");
    } finally {
      reductions.close();
    }
    spent();
    return progress.report(end, vacuity);
  }

  private void spent() {
    progress.spent(session.statistics(), besides.total(), formulas.size());
  }

  private List<Vacuity> vacuityInTime(End end) {
    try {
      return vacuity(end);
    } catch (Deadline.OverException _) {
      String reason = options.time().whole().exceeded();
      return List.of(new Vacuity.NotKnown(List.of(), 0, reason));
    }
  }

  /// What never happened; nothing where the search did not reach its end.
  private List<Vacuity> vacuity(End end) {
    int depth = progress.doneDepth();
    boolean exhausted = end instanceof End.Exhausted;
    if (!exhausted && !(end instanceof End.AtBound || end instanceof End.Inductive)) {
      return List.of();
    }
    if (end instanceof End.Inductive && depth < options.length()) {
      String reason = "induction ended the search after " + depth + " steps";
      return List.of(new Vacuity.NotKnown(List.of(), 0, reason));
    }
    if (depth < 0) {
      return List.of(new Vacuity.NoInitialState());
    }
    List<Vacuity> found = new ArrayList<>();
    if (exhausted && depth == 0) {
      found.add(new Vacuity.NoTransition());
    }
    Duration share = progress.elapsed().dividedBy(4);
    Duration limit = share.compareTo(LEAST_FOR_VACUITY) < 0 ? LEAST_FOR_VACUITY : share;
    Budget question = options.time().question();
    found.addAll(
        new VacuityCheck(model, unrolling, reductions, this::sessionBesides, depth, question, limit)
            .findings());
    return found;
  }

  private SolverSession sessionBesides() {
    return besides.counting(SolverSessions.open(options.engine(), formulas));
  }

  private End search() {
    // Undefined(Init)
    End end = ask(unrolling.begin(), "evaluation fails");
    for (int depth = 0; end == null && depth <= options.length(); depth++) {
      if (depth > 0) {
        reductions.leave(progress.elapsed());
      }
      Frame frame = depth == 0 ? unrolling.last() : unrolling.extend();
      counterexamples.advance();
      end = visit(frame);
      if (end == null) {
        spent();
        progress.done(depth);
        listener.done(depth, frame.arrivals().size(), formulas.size(), progress.elapsed());
        end = reductions.found();
      }
    }
    return end == null ? reductions.atBound(progress.elapsed(), left()) : end;
  }

  /// Asks everything about a frame; null where the search goes on from there.
  private @Nullable End visit(Frame frame) {
    if (frame.constraints().stream().anyMatch(Formula::isFalse)) {
      return new End.Exhausted();
    }
    frame.constraints().forEach(session::assertThat);
    progress.entered(frame.arrivals().size());
    reductions.enter(frame.depth(), progress.elapsed());
    progress.interchanges(reductions.interchanged());
    listener.asking(frame.depth(), frame.arrivals().size());
    End end =
        reductions.eager() && progress.doneDepth() >= 0
            ? reductions.prepare(progress.elapsed(), left())
            : null;
    if (end != null) {
      return end;
    }
    reductions.narrow(frame.depth(), progress.elapsed());
    // Init(s0) & Next(s0, s1) & … & Next(sk-1, sk) & ~Inv(sk)
    end = ask(unrolling.invariantQueries(options.wanted().each()), "a property is false");
    if (end == null) {
      // … & Undefined(Next)(sk)
      end = ask(unrolling.departureQueries(), "evaluation fails");
    }
    return end == null && options.deadlock() ? askDeadlock() : end;
  }

  private @Nullable End askDeadlock() {
    Query stuck = unrolling.deadlockQuery();
    if (stuck == null) {
      progress.deadlockIsNotKnown();
      return null;
    }
    // … & ~Enabled(Next)(sk)
    return ask(List.of(stuck), "nothing goes on");
  }

  /// Asks whether any of these is bad in the last frame, until none is, or the search is to end.
  ///
  /// @param bad what it means that one is
  private @Nullable End ask(List<Query> queries, String bad) {
    QuestionTime time = new QuestionTime(options.time().question(), this::left);
    ActionCubes cubes = cubes(time.left());
    while (true) {
      End.Inductive induction = reductions.found();
      if (induction != null) {
        return induction;
      }
      boolean isSafe = reductions.isSafe(unrolling.last().depth());
      Formula properties = isSafe ? formulas.falsity() : any(queries, query -> !query.isError());
      Formula errors = any(queries, isSafe ? Query::isLimit : Query::isError);
      Formula any = formulas.or(properties, errors);
      if (any.isFalse()) {
        session.assertThat(any(queries, _ -> true).not());
        return null;
      }
      Budget question = time.left();
      boolean cut = cubes.areDue(question);
      Budget whole = cubes.whole(question);
      Budget slice = progress.doneDepth() < 0 ? whole : reductions.patience(whole);
      long start = System.nanoTime();
      Answer answer =
          cut
              ? cubes.ask(properties, errors, reductions::ask, question)
              : reductions.ask(properties, errors, slice);
      long taken = System.nanoTime() - start;
      time.took(taken);
      switch (answer) {
        case Answer.Sat(var assignment) -> {
          Query found = first(queries, assignment);
          if (found instanceof Query.BeyondLimits(_, var diagnostic)) {
            return new End.GaveUp(diagnostic.message());
          }
          if (!record(found, assignment)) {
            return new End.GaveUp("the solver does not complete the counterexample");
          }
        }
        case Answer.Unknown _ when !cut && cubes.areDue(time.left()) -> {}
        case Answer.Unknown _ when !cut && !slice.equals(whole) && slice.usedUpBy(taken) -> {
          End.Inductive end = reductions.further(progress.elapsed(), left());
          progress.interchanges(reductions.interchanged());
          if (end != null) {
            return end;
          }
        }
        case Answer.Unknown(var reason) -> {
          return new End.GaveUp(whyGivenUp(reason, time) + cubes.known(bad));
        }
        case Answer.Unsat(var core) -> {
          session.assertThat(any(queries, _ -> true).not());
          return core.isEmpty() ? new End.Exhausted() : null;
        }
      }
      if (counterexamples.complete()) {
        return new End.Found();
      }
    }
  }

  private ActionCubes cubes(Budget limit) {
    return options.reductions().allowed().contains(Reductions.Reduction.CUBES)
        ? ActionCubes.of(unrolling.last(), formulas, limit)
        : ActionCubes.none(formulas);
  }

  /// @param reason of the solver
  private String whyGivenUp(String reason, QuestionTime time) {
    boolean isOver = options.time().whole().usedUpBy(progress.elapsed().toNanos());
    return isOver ? options.time().whole().exceeded() : time.whyGivenUp(reason);
  }

  private Formula any(List<Query> queries, Predicate<Query> which) {
    return formulas.or(queries.stream().filter(which).map(counterexamples::open).toList());
  }

  private Budget left() {
    return options.time().whole().after(progress.elapsed().toNanos());
  }

  /// Whether there is a whole counterexample to record.
  private boolean record(Query found, Assignment assignment) {
    // What is found is told, however long that takes.
    formulas.endBy(Deadline.never());
    Fault fault = fault(found);
    Trace trace = whole.of(TraceDecoder.decode(unrolling, assignment));
    if (trace == null) {
      return false;
    }
    Outcome.Violated violated = new Outcome.Violated(trace, fault);
    Formula others =
        counterexamples.wantsMore()
            ? BehaviourDifference.from(unrolling, assignment, options.wanted().view())
            : formulas.truth();
    formulas.endBy(deadline);
    counterexamples.add(found, violated, others);
    progress.found(violated);
    listener.found(violated);
    return true;
  }

  /// The first query that is bad under the assignment, limits before all else; a single one is,
  /// whatever the evaluation of the formula says where it expands choices.
  private Query first(List<Query> queries, Assignment assignment) {
    List<Query> open =
        queries.stream()
            .filter(query -> !counterexamples.open(query).isFalse())
            .sorted(Comparator.comparing(query -> !query.isLimit()))
            .toList();
    if (open.size() == 1) {
      return open.getFirst();
    }
    Valuation valuation = new Valuation(formulas, assignment);
    for (Query query : open) {
      if (valuation.holds(counterexamples.open(query))) {
        return query;
      }
    }
    throw new IllegalStateException("the solver's assignment makes no query true");
  }

  private Fault fault(Query query) {
    return switch (query) {
      case Query.ConjunctFalse(_, var subject, var span) ->
          new Fault.InvariantFalse(subject.property(), span.text(), span);
      case Query.StepFalse(_, var subject, var span) ->
          new Fault.StepFalse(subject.property(), span.text(), span);
      case Query.TraceFalse(_, var subject, var span) ->
          new Fault.TraceFalse(subject.property(), span.text(), span);
      case Query.Stuck _ -> new Fault.Deadlock();
      case Query.BeyondLimits _ -> throw new IllegalStateException("a limit is no fault");
      case Query.Undefined(_, var diagnostic) -> {
        if (progress.isBeforeInitialStates()) {
          throw new RejectedException(diagnostic);
        }
        yield new Fault.EvaluationError(diagnostic);
      }
    };
  }
}
