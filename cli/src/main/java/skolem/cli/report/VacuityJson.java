package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import skolem.frontend.verdict.Vacuity;

/// What makes a verdict say less than it seems to, for programs.
final class VacuityJson {
  private VacuityJson() {}

  static void write(JsonGenerator json, List<Vacuity> findings) throws IOException {
    json.writeArrayFieldStart("vacuity");
    for (Vacuity finding : findings) {
      json.writeStartObject();
      finding(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Vacuity finding) throws IOException {
    switch (finding) {
      case Vacuity.NoInitialState() -> json.writeStringField("kind", "no-initial-state");
      case Vacuity.NoTransition() -> json.writeStringField("kind", "no-transition");
      case Vacuity.ActionNeverTaken(var action, int steps) -> {
        json.writeStringField("kind", "action-never-taken");
        json.writeStringField("action", action);
        json.writeNumberField("steps", steps);
      }
      case Vacuity.AntecedentNeverTrue(var invariant, var antecedent, var span, int steps) -> {
        json.writeStringField("kind", "antecedent-never-true");
        json.writeStringField("invariant", invariant);
        json.writeStringField("antecedent", antecedent);
        json.writeNumberField("steps", steps);
        JsonReport.place(json, span);
      }
      case Vacuity.NotKnown(var names, int others, var reason) -> {
        json.writeStringField("kind", "not-known");
        json.writeArrayFieldStart("about");
        for (String name : names) {
          json.writeString(name);
        }
        json.writeEndArray();
        json.writeNumberField("others", others);
        json.writeStringField("reason", reason);
      }
    }
  }
}
