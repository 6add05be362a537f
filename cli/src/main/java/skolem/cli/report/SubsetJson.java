package skolem.cli.report;

import java.nio.file.Path;
import skolem.frontend.model.Model;
import skolem.inductive.matrix.VerdictMatrix;
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
      JsonText.names(json, "implies", request.implied().stream().map(Model.Named::name).toList());
      json.writeBooleanField("implied", subset.implies());
      JsonText.names(json, "subset", subset.conjuncts());
      JsonText.names(
          json,
          "leftOut",
          request.lemmas().stream()
              .map(Lemma::name)
              .filter(name -> !subset.conjuncts().contains(name))
              .toList());
      JsonText.names(json, "undecided", subset.undecided());
      ProveJson.extent(json, VerdictMatrix.constraints(request.model()), request.induction());
    });
  }
}
