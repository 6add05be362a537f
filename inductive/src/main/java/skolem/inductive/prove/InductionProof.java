package skolem.inductive.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import skolem.frontend.model.ActionNames;
import skolem.frontend.source.RejectedException;
import skolem.inductive.encode.Column;
import skolem.inductive.encode.InductionEncoder;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.Obligation;
import skolem.inductive.matrix.Vacuity;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;

/// Proof by induction, cell by cell: `Init => Ind`, `Ind /\ action => conjunct'` with Ind assumed,
/// `Ind => Safety`. For induction over k states, Ind is assumed in the k states before, and shown
/// for the k first ones.
public final class InductionProof {
  private final ProofRequest request;
  private final List<Lemma> lemmas;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> bounds = new ArrayList<>();

  private InductionProof(ProofRequest request) {
    this.request = request;
    this.lemmas = request.lemmas();
  }

  /// Proves, or says what is not proved.
  ///
  /// @throws RejectedException where the invariant bounds a variable in no way, and for what is not
  ///   supported
  public static VerdictMatrix prove(ProofRequest request, ProofListener listener) {
    return new InductionProof(request).run(listener, _ -> false);
  }

  /// The same, given up with the first cell that is not proved.
  public static VerdictMatrix attempt(ProofRequest request) {
    return new InductionProof(request).run(ProofListener.SILENT, cell -> !cell.isProved());
  }

  private VerdictMatrix run(ProofListener listener, Predicate<Cell> ends) {
    encode();
    listener.begins(
        columns.stream()
            .flatMap(c -> c.goals().stream().map(goal -> new Obligation(c.name(), goal.lemma())))
            .toList());
    try (Reachability reachability = new Reachability(request)) {
      return assemble(Discharge.of(columns, request, reachability, listener, ends));
    }
  }

  private void encode() {
    remarks.addAll(Assumptions.granted(request.model()));
    ProofRequest.Scope scope = request.scope();
    ProofRequest.Induction induction = request.induction();
    Predicate<Lemma> asked = lemma -> scope.lemma() == null || lemma.name().equals(scope.lemma());
    InductionEncoder encoder =
        new InductionEncoder(
            request.model(),
            request.invariant(),
            lemmas,
            induction.limits(),
            scope.lemma() == null);
    InductionEncoder.Within within =
        encoder.within(
            induction.k(), induction.simplePath(), from -> aboutSteps(from, scope, asked));
    if (scope.covers(Cell.INITIATION)) {
      columns.add(encoder.initiation(asked, request.implied(), induction.k() - 1));
    }
    columns.addAll(within.columns());
    within.bounds().forEach(lemma -> bounds.add(lemma.name()));
    for (String variable : within.boundedByAssignments()) {
      remarks.add(
          "nothing in the invariant bounds "
              + variable
              + ": its values are those that Init and Next assign to it");
    }
  }

  private List<Column> aboutSteps(
      InductionEncoder.Within within, ProofRequest.Scope scope, Predicate<Lemma> asked) {
    List<Column> all = new ArrayList<>();
    if (scope.covers(Cell.DEFINED)) {
      all.addAll(within.definedness());
    }
    all.addAll(within.consecution(scope::covers, asked));
    if (scope.covers(Cell.IMPLICATION) && !request.implied().isEmpty()) {
      all.add(within.implication(request.implied()));
    }
    return all;
  }

  private VerdictMatrix assemble(Discharge.Result result) {
    List<String> actions =
        columns.stream().map(Column::name).filter(n -> !Cell.isAboutOneState(n)).toList();
    Set<String> vacuous = new LinkedHashSet<>();
    ActionNames.of(request.behaviour().next()).stream()
        .map(Cell::column)
        .filter(action -> request.scope().covers(action) && !actions.contains(action))
        .forEach(action -> vacuous.add(InductionEncoder.neverEnabled(action)));
    for (PossibilityFinding finding : result.possibilities()) {
      String otherwise = finding.possibility().otherwise();
      switch (finding.verdict()) {
        case POSSIBLE -> {}
        case IMPOSSIBLE -> (finding.possibility().essential() ? vacuous : remarks).add(otherwise);
        case UNDECIDED -> remarks.add("it is not decided whether " + otherwise);
      }
    }
    long known = result.possibilities().stream().filter(PossibilityFinding::known).count();
    return new VerdictMatrix(
        request.induction().k(),
        lemmas,
        bounds,
        actions,
        result.cells(),
        new Vacuity(List.copyOf(vacuous), result.possibilities().size(), (int) known),
        confined(),
        remarks);
  }

  /// The constraints without which behaviours would go on from the initial states otherwise.
  private List<String> confined() {
    return request.induction().k() > 1 ? VerdictMatrix.constraints(request.model()) : List.of();
  }
}
