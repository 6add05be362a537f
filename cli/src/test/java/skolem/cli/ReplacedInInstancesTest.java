package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// What a configuration says of a name, where the name comes through an INSTANCE. Which uses of
/// `Lim`, 10 by its definition, are then 2, TLC 2.18 has said.
class ReplacedInInstancesTest {
  @TempDir private Path folder;

  /// D, with a parameter or without, and modules that have its definitions.
  private void writeModules(boolean parameter) throws IOException {
    String with = parameter ? " WITH C <- 3" : "";
    write("D", (parameter ? "CONSTANT C\n" : "") + "Lim == 10\nUseD == Lim");
    write("N", "INSTANCE D" + with + "\nUseN == Lim");
    write("Local", "LOCAL INSTANCE D" + with + "\nUseLocal == Lim");
    write("NN", "INSTANCE N\nUseNN == Lim");
  }

  private void write(String module, String body) throws IOException {
    Files.writeString(
        folder.resolve(module + ".tla"), "---- MODULE %s ----\n%s\n====\n".formatted(module, body));
  }

  /// @param use that is 2 where it is replaced, which makes the invariant false
  private boolean isReplaced(String head, String constant, String use, String command)
      throws IOException {
    write(
        "Root",
        head + "\nVARIABLE x\nTwo == 2\nStart == x = 0\nNext == x' = x\nInv == " + use + " = 10");
    Files.writeString(
        folder.resolve("Root.cfg"),
        "INIT Start\nNEXT Next\nINVARIANT Inv\nCONSTANT " + constant + "\n");
    CommandRun run = CommandRun.of(command, folder.resolve("Root.tla").toString());
    assertThat(run.status()).as(run.out() + run.err()).isIn(0, 12);
    return run.status() == 12;
  }

  /// An instance shares definitions with its module, unless it is LOCAL.
  @ParameterizedTest
  @CsvSource({
    "INSTANCE D, Lim <- Two, UseD, true",
    "LOCAL INSTANCE D, Lim <- Two, Lim, true",
    "LOCAL INSTANCE D, Lim <- Two, UseD, false",
    "LOCAL INSTANCE D, Lim = 2, UseD, false",
    "LOCAL INSTANCE D, Lim <- [D]Two, UseD, true",
    "EXTENDS N, Lim <- Two, UseN, true",
    "EXTENDS N, Lim <- [N]Two, UseD, true",
    "EXTENDS NN, Lim = 2, UseN, true",
    "'EXTENDS D, Local', Lim <- Two, UseLocal, false",
    "'EXTENDS D, Local', Lim = 2, UseD, true",
    "'EXTENDS D, Local', Lim <- [Local]Two, UseD, true",
    "'EXTENDS D, Local', Lim <- [D]Two, UseLocal, true",
    "'EXTENDS D\nP == INSTANCE N', Lim <- Two, P!Lim, false",
    "'EXTENDS D\nP == INSTANCE N', Lim <- Two, P!UseN, true",
    "'P == INSTANCE D', Lim <- [D]Two, P!Lim, true",
    "'P == INSTANCE N', Lim <- [N]Two, P!UseD, true",
  })
  void ofAModuleWithoutParameters(String head, String constant, String use, boolean replaced)
      throws IOException {
    writeModules(false);
    assertThat(isReplaced(head, constant, use, "check")).isEqualTo(replaced);
    assertThat(isReplaced(head, constant, use, "explore")).isEqualTo(replaced);
  }

  /// An instance has definitions of its own, in which the parameter is something else.
  @ParameterizedTest
  @CsvSource({
    "INSTANCE D WITH C <- 3, Lim <- Two, Lim, true",
    "INSTANCE D WITH C <- 3, Lim <- Two, UseD, false",
    "INSTANCE D WITH C <- 3, Lim <- [D]Two, UseD, true",
    "LOCAL INSTANCE D WITH C <- 3, Lim = 2, Lim, true",
    "EXTENDS N, Lim <- Two, UseN, true",
    "EXTENDS N, Lim <- Two, UseD, false",
    "EXTENDS N, Lim <- [N]Two, UseD, false",
    "EXTENDS NN, Lim <- [N]Two, UseNN, true",
    "'EXTENDS Local\nINSTANCE D WITH C <- 3', Lim <- Two, UseLocal, false",
    "'EXTENDS Local\nINSTANCE D WITH C <- 3', Lim <- [Local]Two, UseLocal, true",
    "'EXTENDS Local\nINSTANCE D WITH C <- 3', Lim <- [Local]Two, Lim, false",
    "'P == INSTANCE D WITH C <- 3', Lim <- [D]Two, P!UseD, true",
    "'P == INSTANCE N', Lim <- [N]Two, P!UseN, true",
    "'P == INSTANCE N', Lim <- [N]Two, P!UseD, false",
    "'P == INSTANCE N\nINSTANCE D WITH C <- 3', Lim <- [N]Two, P!Lim, true",
    "'P == INSTANCE N\nINSTANCE D WITH C <- 3', Lim <- [N]Two, Lim, false",
  })
  void ofAModuleWithAParameter(String head, String constant, String use, boolean replaced)
      throws IOException {
    writeModules(true);
    assertThat(isReplaced(head, constant, use, "check")).isEqualTo(replaced);
    assertThat(isReplaced(head, constant, use, "explore")).isEqualTo(replaced);
  }

  /// What the root module declares is no parameter of a module inside it, unless that extends it
  /// again.
  @ParameterizedTest
  @CsvSource({
    "CONSTANT K, INSTANCE In, UseD, true",
    "CONSTANT K, LOCAL INSTANCE In, UseD, false",
    "CONSTANT K, 'INSTANCE In\nP == INSTANCE In', P!UseD, true",
    "CONSTANT K, 'INSTANCE In\nP == INSTANCE In', P!Lim, false",
    "EXTENDS Declares, INSTANCE In, UseD, true",
    "EXTENDS Declares, INSTANCE Extending, Lim, true",
    "EXTENDS Declares, INSTANCE Extending, UseD, false",
  })
  void ofAModuleInside(String head, String instance, String use, boolean replaced)
      throws IOException {
    write("Declares", "CONSTANT K");
    String body = "Lim == 10\nUseD == Lim\n====\n";
    String inner =
        instance.contains("Extending")
            ? "---- MODULE Extending ----\nEXTENDS Declares\n" + body
            : "---- MODULE In ----\n" + body;
    String all = head + "\n" + inner + instance;
    String constant = "Lim <- Two\nK = 0";
    assertThat(isReplaced(all, constant, use, "check")).isEqualTo(replaced);
    assertThat(isReplaced(all, constant, use, "explore")).isEqualTo(replaced);
  }

  /// `Nat` of a module that keeps it to itself.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void whatALibraryKeepsLocalIsItsOwn(String command) throws IOException {
    write("Library", "LOCAL INSTANCE Naturals\nIsNatural(n) == n \\in Nat");
    write(
        "Root",
        """
        EXTENDS Integers, Library
        VARIABLE x
        Few == 0..2
        Start == x = 0
        Next == x' = (x + 1) % 5
        Own == x \\in Nat
        Theirs == IsNatural(x)\
        """);
    Files.writeString(
        folder.resolve("Root.cfg"),
        "INIT Start\nNEXT Next\nINVARIANTS Theirs Own\nCONSTANT Nat <- Few\n");
    CommandRun run = CommandRun.of(command, folder.resolve("Root.tla").toString());
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).containsPattern("Own +VIOLATED after 3 steps");
  }

  /// The configuration speaks of the root's own constants, not of those of an instance.
  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void whatAnInstanceSubstitutesStands(String command) throws IOException {
    write("Library", "EXTENDS Integers\nCONSTANTS C, F(_)\nG(a) == F(a) + C");
    write(
        "Root",
        """
        EXTENDS Library
        VARIABLE x
        Double(a) == 2 * a
        Triple(a) == 3 * a
        Hundred == 100
        L == INSTANCE Library WITH F <- Triple, C <- 1000
        P(n) == INSTANCE Library WITH F <- Triple, C <- n
        Start == x = 0
        Next == x' = (x + 1) % 5
        Inv == L!G(x) = 3 * x + 1000 /\\ P(x)!G(x) = 4 * x /\\ G(x) = 2 * x + 100\
        """);
    Files.writeString(
        folder.resolve("Root.cfg"),
        "INIT Start\nNEXT Next\nINVARIANT Inv\nCONSTANTS F <- Double C <- Hundred\n");
    CommandRun run = CommandRun.of(command, folder.resolve("Root.tla").toString());
    assertThat(run.status()).as(run.out() + run.err()).isZero();

    Files.writeString(
        folder.resolve("Root.cfg"),
        "INIT Start\nNEXT Next\nINVARIANT Inv\nCONSTANTS F <- Double C = 100\n");
    CommandRun value = CommandRun.of(command, folder.resolve("Root.tla").toString());
    assertThat(value.status()).as(value.out() + value.err()).isZero();
  }
}
