package skolem.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skolem.frontend.source.Diagnostic;

/// What is wrong with a configuration is told at once, with what may have been meant; every keyword
/// is read.
class ConfigurationFaultsTest {
  private static final String MODULE =
      """
      ---- MODULE M ----
      EXTENDS Naturals, TLC
      CONSTANTS Cat, F(_, _), T
      VARIABLE x
      Init == x = Cat
      Next == x' = x
      Spec == Init /\\ [][Next]_x
      State == x >= 0
      Step == x' < 5
      Always == [](x = 0)
      Alias == [y |-> x]
      Swap == Permutations(T)
      Small == 0..3
      ====
      """;

  static List<Arguments> configurations() {
    return List.of(
        of(
            """
            CONSTANT Cat = 3 F(1, 2) = {} F(2, 1) = "a" T = {t1, t2} Nat <- Small
            CONSTANTS \\* none (* here *)
            SPECIFICATION Spec
            INVARIANT State INVARIANTS State State PROPERTY Always PROPERTIES Always
            CONSTRAINT State CONSTRAINTS State ACTION_CONSTRAINT Step ACTION_CONSTRAINTS Step
            POSTCONDITION Small POSTCONDITIONS VIEW State ALIAS Alias SYMMETRY Swap
            CHECK_DEADLOCK FALSE _PERIODIC State _RL_REWARD State
            """,
            "7:22 W300 `_PERIODIC` concerns TLC's own search and is not used",
            "7:38 W300 `_RL_REWARD` concerns TLC's own search and is not used"),
        of(
            "INIT Inti\nNEXT Netx\nCONSTANT Cta = 1 F <- Small T = T INVARIANT Staet",
            "3:10 E301 module `M` has no `Cta`: this value is not used = did you mean `Cat`?",
            "3:23 E301 `F` takes 2 arguments, and `Small` takes 0",
            "3:11 E302 constant `Cat` has no value = give it one in the configuration: CONSTANT Cat"
                + " = …",
            "1:6 E301 module `M` has no definition `Inti` = did you mean `Init`?",
            "2:6 E301 module `M` has no definition `Netx` = did you mean `Next`?",
            "3:45 E301 module `M` has no definition `Staet` = did you mean `State`?"),
        of(
            "INVARIENT State",
            "1:1 E300 expected the name of a section, found `INVARIENT` = did you mean `INVARIANT`?"
                + " = sections are SPECIFICATION, INIT, NEXT, CONSTANT, INVARIANT, PROPERTY,"
                + " CONSTRAINT, ACTION_CONSTRAINT, SYMMETRY, VIEW, ALIAS, POSTCONDITION,"
                + " CHECK_DEADLOCK"),
        of(
            "INIT Init INIT Init CHECK_DEADLOCK MAYBE %",
            "1:42 E300 `%` has no meaning in a model configuration",
            "1:11 E300 INIT may be given once only = given here first",
            "1:36 E300 expected TRUE or FALSE after CHECK_DEADLOCK, found `MAYBE`"));
  }

  private static Arguments of(String config, String... messages) {
    return Arguments.of(config, List.of(messages));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void says(String config, List<String> messages) {
    FrontEnd result = FrontEnd.run(Path.of("M.tla"), MODULE, config);
    assertThat(result.diagnostics())
        .extracting(ConfigurationFaultsTest::message)
        .containsExactlyElementsOf(messages);
  }

  private static String message(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append(diagnostic.span().line()).append(':').append(diagnostic.span().column());
    text.append(' ').append(diagnostic.code().id()).append(' ').append(diagnostic.message());
    diagnostic.notes().forEach(note -> text.append(" = ").append(note.message()));
    return text.toString();
  }
}
