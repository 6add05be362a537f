package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skolem.explicit.search.Exploration;
import skolem.explicit.search.Statistics;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Span;
import skolem.frontend.verdict.ActionLabel;
import skolem.frontend.verdict.Fault;
import skolem.frontend.verdict.Outcome;
import skolem.frontend.verdict.State;
import skolem.frontend.verdict.Trace;
import skolem.frontend.verdict.Verdict;
import skolem.solver.bmc.CheckReport;
import skolem.solver.session.SessionStatistics;

/// Results for programs, as one JSON object; `docs/result.schema.json` describes it.
public final class JsonReport {
  private JsonReport() {}

  public static String check(CheckResult result) {
    CheckReport report = result.report();
    return JsonText.object(json -> {
      json.writeStringField("command", "check");
      json.writeStringField("specification", result.specification().toString());
      json.writeNumberField("length", result.length());
      json.writeNumberField("safeDepth", report.safeDepth());
      json.writeBooleanField("vacuous", report.vacuous());
      verdict(json, result.verdict());
      VacuityJson.write(json, report.vacuity());
      json.writeArrayFieldStart("notes");
      for (String note : result.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      cost(json, result);
    });
  }

  private static void cost(JsonGenerator json, CheckResult result) throws IOException {
    RunTimes times = result.times();
    ProcessCost cost = result.cost();
    json.writeObjectFieldStart("seconds");
    seconds(json, "startUp", times.startUp());
    seconds(json, "frontEnd", times.frontEnd());
    seconds(json, "encoding", times.encoding());
    seconds(json, "solving", times.solving());
    json.writeEndObject();
    if (cost.cpu() != null) {
      seconds(json, "cpuSeconds", cost.cpu());
    }
    if (cost.peakMemoryMiB().isPresent()) {
      json.writeNumberField("peakMemoryMiB", cost.peakMemoryMiB().getAsLong());
    }
    SessionStatistics solver = result.report().solver();
    json.writeObjectFieldStart("solver");
    json.writeStringField("engine", solver.engine());
    json.writeNumberField("variables", solver.variables());
    json.writeNumberField("clauses", solver.clauses());
    json.writeNumberField("checks", solver.checks());
    json.writeEndObject();
  }

  public static String explore(Path specification, Exploration exploration, Verdict verdict) {
    return JsonText.object(json -> {
      json.writeStringField("command", "explore");
      json.writeStringField("specification", specification.toString());
      verdict(json, verdict);
      json.writeObjectFieldStart("states");
      json.writeNumberField("initial", exploration.initialStates());
      json.writeNumberField("generated", exploration.generated());
      json.writeNumberField("distinct", exploration.distinct());
      json.writeNumberField("depth", exploration.depth());
      json.writeNumberField("waiting", exploration.statistics().waiting());
      json.writeBooleanField("exhausted", exploration.exhausted());
      json.writeEndObject();
      actions(json, exploration.statistics());
      outDegrees(json, exploration.statistics().outDegrees());
      json.writeArrayFieldStart("postconditions");
      for (Diagnostic diagnostic : exploration.postconditions()) {
        json.writeStartObject();
        json.writeStringField("message", diagnostic.message());
        place(json, diagnostic.span());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void actions(JsonGenerator json, Statistics counts) throws IOException {
    json.writeObjectFieldStart("actions");
    for (Map.Entry<String, Statistics.ActionCount> action : counts.actions().entrySet()) {
      json.writeObjectFieldStart(action.getKey());
      json.writeNumberField("steps", action.getValue().steps());
      json.writeNumberField("distinct", action.getValue().distinct());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void outDegrees(JsonGenerator json, Statistics.OutDegrees degrees)
      throws IOException {
    json.writeObjectFieldStart("outDegree");
    json.writeNumberField("minimum", degrees.minimum());
    json.writeNumberField("average", degrees.average());
    json.writeNumberField("percentile95", degrees.percentile95());
    json.writeNumberField("maximum", degrees.maximum());
    json.writeEndObject();
  }

  static void seconds(JsonGenerator json, String name, Duration duration) throws IOException {
    json.writeNumberField(name, duration.toMillis() / 1e3);
  }

  private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
    json.writeArrayFieldStart("properties");
    for (Verdict.Answer answer : verdict.answers()) {
      json.writeStartObject();
      json.writeStringField("name", answer.property());
      json.writeStringField(
          "kind", answer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      outcome(json, answer.outcome());
      if (!answer.further().isEmpty()) {
        json.writeArrayFieldStart("further");
        for (Outcome.Violated violated : answer.further()) {
          json.writeStartObject();
          violation(json, violated);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.HoldsUpTo(int steps) -> {
        json.writeStringField("outcome", "holds-up-to");
        json.writeNumberField("steps", steps);
      }
      case Outcome.Holds(var reason) -> {
        json.writeStringField("outcome", "holds");
        json.writeStringField("reason", reason);
      }
      case Outcome.Violated violated -> {
        json.writeStringField("outcome", "violated");
        violation(json, violated);
      }
      case Outcome.Undecided(int safe, var reason) -> {
        json.writeStringField("outcome", "undecided");
        json.writeNumberField("safeSteps", safe);
        json.writeStringField("reason", reason);
      }
      case Outcome.NotChecked(var reason) -> {
        json.writeStringField("outcome", "not-checked");
        json.writeStringField("reason", reason);
      }
    }
  }

  private static void violation(JsonGenerator json, Outcome.Violated violated) throws IOException {
    json.writeNumberField("steps", violated.trace().length());
    fault(json, violated.fault());
    trace(json, violated.trace());
  }

  static void fault(JsonGenerator json, Fault fault) throws IOException {
    json.writeObjectFieldStart("fault");
    switch (fault) {
      case Fault.InvariantFalse(_, var conjunct, var span) -> {
        json.writeStringField("kind", "invariant");
        json.writeStringField("conjunct", conjunct);
        place(json, span);
      }
      case Fault.StepFalse(_, var conjunct, var span) -> {
        json.writeStringField("kind", "step");
        json.writeStringField("conjunct", conjunct);
        place(json, span);
      }
      case Fault.TraceFalse(_, _, var span) -> {
        json.writeStringField("kind", "trace");
        place(json, span);
      }
      case Fault.Deadlock() -> json.writeStringField("kind", "deadlock");
      case Fault.EvaluationError(Diagnostic diagnostic) -> {
        json.writeStringField("kind", "evaluation-error");
        json.writeStringField("code", diagnostic.code().id());
        json.writeStringField("message", diagnostic.message());
        place(json, diagnostic.span());
      }
    }
    json.writeEndObject();
  }

  static void place(JsonGenerator json, Span span) throws IOException {
    json.writeObjectFieldStart("place");
    json.writeStringField("file", span.file().path());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeEndObject();
  }

  static void trace(JsonGenerator json, Trace trace) throws IOException {
    if (!trace.constants().variables().isEmpty()) {
      json.writeObjectFieldStart("constants");
      values(json, trace.constants());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("trace");
    state(json, null, trace.initial());
    for (Trace.Step step : trace.steps()) {
      state(json, step.action(), step.state());
    }
    json.writeEndArray();
  }

  private static void state(JsonGenerator json, @Nullable ActionLabel action, State state)
      throws IOException {
    json.writeStartObject();
    if (action != null) {
      json.writeObjectFieldStart("action");
      json.writeStringField("name", action.name());
      json.writeObjectFieldStart("parameters");
      for (ActionLabel.Argument argument : action.arguments()) {
        json.writeStringField(argument.parameter(), argument.value().toString());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeObjectFieldStart("state");
    values(json, state);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void values(JsonGenerator json, State state) throws IOException {
    for (int i = 0; i < state.variables().size(); i++) {
      json.writeStringField(state.variables().get(i), state.values().get(i).toString());
    }
  }
}
