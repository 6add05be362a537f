package skolem.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skolem.frontend.model.Model;
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
    if (model.symmetry() != null) {
      notes.add(
          "SYMMETRY "
              + model.symmetry().name()
              + " changes nothing that is found here: no states are stored");
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
}
