package skolem.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import skolem.frontend.model.Model;
import skolem.frontend.model.ValueSymmetry;
import skolem.frontend.value.SetValue;
import skolem.frontend.verdict.Verdict;
import skolem.solver.bmc.CheckReport;

/// All that `check` reports.
///
/// @param length the greatest number of steps
/// @param verdict that of the report, with the traces as they are to be shown
public record CheckResult(
    Model model,
    Path specification,
    int length,
    CheckReport report,
    Verdict verdict,
    RunTimes times,
    ProcessCost cost) {

  /// What the user should know of the parts of the configuration that change nothing.
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!report.interchanged().isEmpty()) {
      notes.add(
          "of behaviours that differ in the names of interchangeable values, one was looked at: "
              + report.interchanged().stream()
                  .map(set -> SetValue.of(set).toString())
                  .collect(Collectors.joining(", ")));
    }
    if (model.asksForPlace()) {
      notes.add(
          "TLCGet(\"level\") is used: induction, lemmas, directed and order, which look at steps"
              + " from any state, are not");
    }
    for (CheckReport.EngineFailed failed : report.failures()) {
      notes.add(
          failed.how()
              + " at depth "
              + failed.depth()
              + (failed.depth() == 0 ? "" : "; all depths before are finished"));
    }
    if (!report.leftOut().isEmpty()) {
      notes.add(
          "nothing that is asked depends on "
              + String.join(", ", report.leftOut())
              + ": left out of the search");
    }
    if (model.symmetry() != null) {
      notes.add("SYMMETRY " + model.symmetry().name() + " " + declaredSymmetry());
    }
    if (model.view() != null) {
      notes.add(
          "VIEW "
              + model.view().name()
              + " is not used: states that it makes equal are all looked at");
    }
    if (model.alias() != null
        && verdict.answers().stream().anyMatch(answer -> !answer.violations().isEmpty())) {
      notes.add("states are shown as ALIAS " + model.alias().name() + " says");
    }
    return notes;
  }

  /// What a declared symmetry is worth here.
  private String declaredSymmetry() {
    ValueSymmetry seen = ValueSymmetry.of(model);
    if (seen.confirms(model)) {
      return "is confirmed: the specification treats these values alike";
    }
    return "is not used: "
        + (seen.obstacle() == null
            ? "the specification does not treat all its values alike"
            : "`%s` may depend on the order of values  (%s)"
                .formatted(
                    VerdictText.oneLine(seen.obstacle().span().text()), seen.obstacle().span()));
  }
}
