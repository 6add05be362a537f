package skolem.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.source.RejectedException;

/// What traces in files say, by the description of the format (Apalache ADR-015).
class ItfReaderTest {
  @TempDir private Path folder;

  private Model model() throws IOException {
    Path module = folder.resolve("M.tla");
    Files.writeString(
        module,
        """
        ---- MODULE M ----
        CONSTANT P
        VARIABLE x
        Init == x \\in P
        Next == x' = x
        ====
        """);
    Files.writeString(folder.resolve("M.cfg"), "INIT Init NEXT Next CONSTANT P = {p1, p2}");
    return ModelLoader.load(ModelLoader.Request.of(module));
  }

  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("trace.itf.json");
  }

  private ItfTrace read(String json) throws IOException {
    Files.writeString(file, json);
    return ItfReader.read(file, model());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          true                                        ; TRUE
          7                                           ; 7
          {"#bigint": "-12345678901234567890"}        ; -12345678901234567890
          "text"                                      ; "text"
          "p1"                                        ; p1
          "p2_OF_PROC"                                ; p2
          "q_OF_PROC"                                 ; "q_OF_PROC"
          [1, 2]                                      ; <<1, 2>>
          {"#tup": [1, "p1"]}                         ; <<1, p1>>
          {"#set": [2, 1, 2]}                         ; {1, 2}
          {"#map": [["p1", 1], ["p2", 2]]}            ; (p1 :> 1 @@ p2 :> 2)
          {"#map": [[1, "a"], [2, "b"]]}              ; <<"a", "b">>
          {"#map": []}                                ; <<>>
          {"b": {"c": 1}, "a": []}                    ; [a |-> <<>>, b |-> [c |-> 1]]
          {"tag": "T", "value": 3}                    ; [tag |-> "T", value |-> 3]
          """)
  void readsValues(String json, String value) throws IOException {
    ItfTrace trace = read("{\"states\": [{\"x\": " + json + ", \"y\": 1}]}");
    assertThat(trace.states().getFirst().get("x")).hasToString(value);
    assertThat(trace.states().getFirst()).containsKey("y");
  }

  @Test
  void passesOverMetaData() throws IOException {
    ItfTrace trace =
        read(
            """
            {"#meta": {"format": "ITF", "varTypes": {"x": "PROC"}}, "params": ["P"], "vars": ["x"],
             "states": [{"#meta": {"index": 0}, "x": "p1_OF_PROC"}, {"x": "p2_OF_PROC"}], "loop": 1}
            """);
    assertThat(trace.states()).hasSize(2);
    assertThat(trace.states().getFirst()).containsOnlyKeys("x");
    assertThat(trace.loop()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"states\": []}",
        "{\"states\": [{\"x\": 1.5}]}",
        "{\"states\": [{\"x\": null}]}",
        "{\"states\": [{\"x\": {\"#bigint\": \"one\"}}]}",
        "{\"states\": [{\"x\": {\"#unserializable\": \"Int\"}}]}",
        "{\"states\": [{\"x\": {\"#map\": [[1, 2], [1, 3]]}}]}",
        "{\"states\": [{\"x\": 1}], \"loop\": 1}",
        "{\"states\": [{\"x\": 1"
      })
  void rejectsWhatIsNoTrace(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("trace.itf.json");
  }

  @Test
  void rejectsAMissingFile() {
    assertThatThrownBy(() -> ItfReader.read(folder.resolve("none.json"), model()))
        .isInstanceOf(RejectedException.class);
  }
}
