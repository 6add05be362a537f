package skolem.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import skolem.frontend.model.Model;
import skolem.inductive.obligation.Lemma;
import skolem.inductive.prove.ProofRequest;
import skolem.inductive.prove.SubsetSearch;

/// What `prove --minimize` and `--candidates` found, for programs, as one JSON object;
/// `docs/result.schema.json` describes it.
public final class SubsetJson {
  private SubsetJson() {}

  public static String of(Path specification, ProofRequest request, SubsetSearch.Subset subset) {
    return JsonText.object(json -> {
      json.writeStringField("command", "prove");
      json.writeStringField("specification", specification.toString());
      names(json, "implies", request.implied().stream().map(Model.Named::name).toList());
      json.writeBooleanField("implied", subset.implies());
      names(json, "subset", subset.conjuncts());
      names(
          json,
          "leftOut",
          request.lemmas().stream()
              .map(Lemma::name)
              .filter(name -> !subset.conjuncts().contains(name))
              .toList());
      names(json, "undecided", subset.undecided());
    });
  }

  private static void names(JsonGenerator json, String field, Collection<String> names)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
