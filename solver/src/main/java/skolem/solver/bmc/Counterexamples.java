package skolem.solver.bmc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.unroll.Query;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;

/// The counterexamples found so far, and what else is wanted.
///
/// A further counterexample of a conjunct ends in the first state that violates it, and differs
/// from those found before.
final class Counterexamples {
  private final CheckOptions.Wanted wanted;
  private final Formulas formulas;
  private final Map<Query.Subject, List<Outcome.Violated>> found = new LinkedHashMap<>();
  private final Map<Query.Subject, Formula> notBefore = new HashMap<>();
  private final Map<Query.Subject, Formula> different = new HashMap<>();

  Counterexamples(CheckOptions.Wanted wanted, Formulas formulas) {
    this.wanted = wanted;
    this.formulas = formulas;
  }

  /// Records a counterexample.
  ///
  /// @param others what is true of the behaviours that count as others
  void add(Query query, Outcome.Violated violated, Formula others) {
    Query.Subject subject = query.subject();
    found.computeIfAbsent(subject, _ -> new ArrayList<>()).add(violated);
    different.merge(subject, others, formulas::and);
    notBefore.put(subject, formulas.and(unlessBefore(subject), query.bad().not()));
  }

  /// The search goes on to the next depth.
  void advance() {
    different.clear();
    different.putAll(notBefore);
  }

  /// What to ask the solver for, where a query is asked; FALSE where nothing is wanted.
  Formula open(Query query) {
    Query.Subject subject = query.subject();
    List<Outcome.Violated> violations = found.getOrDefault(subject, List.of());
    return wanted.each() && violations.size() >= wanted.traces()
        ? formulas.truth().not()
        : formulas.and(query.bad(), different.getOrDefault(subject, formulas.truth()));
  }

  private Formula unlessBefore(Query.Subject subject) {
    return notBefore.getOrDefault(subject, formulas.truth());
  }

  /// Whether nothing more is wanted, whatever there is. An evaluation error ends a search: what
  /// comes after it means nothing.
  boolean complete() {
    int count = found.values().stream().mapToInt(List::size).sum();
    return (!wanted.each() && count >= wanted.traces())
        || all().stream().anyMatch(v -> v.fault() instanceof Fault.EvaluationError);
  }

  /// Whether a further counterexample is wanted after this one.
  boolean wantsMore() {
    return wanted.each() || wanted.traces() > 1;
  }

  private List<Outcome.Violated> all() {
    return found.values().stream().flatMap(List::stream).toList();
  }
}
