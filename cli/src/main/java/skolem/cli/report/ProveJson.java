package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.inductive.matrix.Cell;
import skolem.inductive.matrix.VerdictMatrix;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.ProofRequest;

/// What `prove` found, for programs, as one JSON object; `docs/result.schema.json` describes it.
public final class ProveJson {
  private ProveJson() {}

  /// @param deeper over how many states induction would prove what this does not; null for not
  ///   known
  public static String of(
      Path specification,
      ProofRequest request,
      VerdictMatrix matrix,
      @Nullable Integer deeper,
      Duration time) {
    return JsonText.object(json -> {
      json.writeStringField("command", "prove");
      json.writeStringField("specification", specification.toString());
      json.writeStringField("invariant", request.name());
      JsonText.names(json, "implies", request.implied().stream().map(i -> i.name()).toList());
      json.writeNumberField("k", matrix.k());
      if (deeper != null) {
        json.writeNumberField("provedWithK", deeper);
      }
      json.writeStringField("verdict", verdict(matrix));
      extent(json, matrix.constraints(), request.induction());
      JsonText.names(json, "conjuncts", matrix.lemmas().stream().map(Lemma::name).toList());
      JsonText.names(json, "bounds", matrix.bounds());
      JsonText.names(json, "actions", matrix.actions());
      JsonText.names(json, "vacuous", matrix.vacuous());
      json.writeNumberField("vacuityQuestions", matrix.vacuity().asked());
      json.writeNumberField("vacuityKnown", matrix.vacuity().known());
      JsonText.names(json, "remarks", matrix.remarks());
      JsonText.names(json, "unneeded", matrix.unneeded().stream().map(Lemma::name).toList());
      json.writeArrayFieldStart("obligations");
      for (Cell cell : matrix.cells()) {
        obligation(json, cell);
      }
      json.writeEndArray();
      JsonReport.seconds(json, "seconds", time);
    });
  }

  private static String verdict(VerdictMatrix matrix) {
    if (matrix.isBroken()) {
      return "not-inductive";
    }
    if (!matrix.isProved()) {
      return "undecided";
    }
    return matrix.vacuous().isEmpty() ? "proved" : "vacuous";
  }

  /// What the verdict speaks of: all states, where nothing is said here.
  static void extent(JsonGenerator json, List<String> constraints, ProofRequest.Induction induction)
      throws IOException {
    if (induction.maxSequence() != null) {
      json.writeNumberField("sequencesUpTo", induction.maxSequence());
    }
    if (induction.maxInteger() != null) {
      json.writeNumberField("integersUpTo", induction.maxInteger());
    }
    JsonText.names(json, "within", constraints);
  }

  private static void obligation(JsonGenerator json, Cell cell) throws IOException {
    json.writeStartObject();
    json.writeStringField("column", cell.column());
    json.writeStringField("conjunct", cell.lemma().name());
    JsonReport.seconds(json, "seconds", cell.time());
    switch (cell.finding()) {
      case Cell.Finding.Proved(var core, var evidence) -> {
        json.writeStringField("finding", "proved");
        json.writeStringField(
            "evidence",
            switch (evidence) {
              case EVIDENT -> "evident";
              case SOLVED -> "solved";
              case KNOWN -> "known";
            });
        JsonText.names(json, "core", core);
      }
      case Cell.Finding.Undecided(var reason) -> {
        json.writeStringField("finding", "undecided");
        json.writeStringField("reason", reason);
      }
      case Cell.Finding.Broken(var trace, var fault, var reach) -> {
        json.writeStringField("finding", "broken");
        JsonReport.fault(json, fault);
        JsonReport.trace(json, trace);
        reach(json, reach);
      }
    }
    json.writeEndObject();
  }

  private static void reach(JsonGenerator json, Cell.Reach reach) throws IOException {
    json.writeObjectFieldStart("reach");
    switch (reach) {
      case Cell.Reach.Reachable(var trace) -> {
        json.writeStringField("kind", "reachable");
        JsonReport.trace(json, trace);
      }
      case Cell.Reach.NotWithin(int steps) -> {
        json.writeStringField("kind", "not-within");
        json.writeNumberField("steps", steps);
      }
      case Cell.Reach.NotAsked() -> json.writeStringField("kind", "not-asked");
      case Cell.Reach.Unknown(var reason) -> {
        json.writeStringField("kind", "unknown");
        json.writeStringField("reason", reason);
      }
    }
    json.writeEndObject();
  }
}
