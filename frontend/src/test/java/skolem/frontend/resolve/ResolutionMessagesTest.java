package skolem.frontend.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.frontend.source.Code;

/// What resolution says of a fault: place, code, words, and notes.
class ResolutionMessagesTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        of(
            "VARIABLE clock\nA == clok + 1",
            "3:6 E200 name `clok` is not defined = did you mean `clock`?",
            "3:11 E200 operator `+` is not defined = it is defined in module Naturals: EXTENDS"
                + " Naturals"),
        of(
            "A == B\nB == 1 \\oplus 2",
            "2:6 E200 name `B` is not defined = it is defined here: a name can be used only below"
                + " its definition @3:1",
            "3:8 E200 operator `\\oplus` is not defined"),
        of(
            "A(x, y) == A(x, y)",
            "2:12 E200 name `A` is not defined = a definition that refers to itself is announced:"
                + " RECURSIVE A(_, _) @2:1"),
        of("A == LAMBDA x : x", "2:6 E100 a LAMBDA can only be the argument of an operator"),
        of("A == 1\nA == 2", "3:1 E201 `A` is already defined = first defined here @2:1"),
        of(
            "CONSTANT x\nA == \\A x \\in {} : TRUE",
            "3:9 E201 `x` is already defined = first defined here @2:10"),
        of(
            "F(a) == a\nA == F(1, 2)",
            "3:6 E202 `F` takes 1 argument, not 2 = introduced here @2:1"),
        of(
            "RECURSIVE F(_)\nF == 1",
            "3:1 E202 `F` takes 0 arguments here = it is declared with 1 @2:11"),
        of(
            "EXTENDS Integres",
            "2:9 E203 module `Integres` is not found = did you mean `Integers`? = it is looked for"
                + " beside the specification, among the library modules, and in the folders of"
                + " --path"),
        of(
            "VARIABLE x\nA == x''",
            "3:6 E204 `'` takes at most a state expression; this is an action"),
        of(
            "VARIABLE x\nA == {[]x}",
            "3:7 E204 a set takes at most an action; this is a temporal formula"),
        of(
            "VARIABLE x\nA == [x' = 1]_(x')",
            "3:15 E204 the subscript of [A]_v takes at most a state expression; this is an action"),
        of(
            "VARIABLE x\nF(a) == a'\nA == F(x')",
            "4:8 E204 argument 1 of `F` takes at most a state expression; this is an action"),
        of(
            "---- MODULE M ----\nCONSTANT c\n====\nINSTANCE M",
            "5:1 E205 nothing stands for `c` of module `M`: write `c <- …` after WITH, or define"
                + " `c` = declared here @3:10"),
        of("RECURSIVE F(_)", "2:11 E206 `F` is declared RECURSIVE and never defined"),
        of("TRUE == 1", "2:1 E210 `TRUE` is defined by the language itself"),
        of(
            "F(G(_)) == G(1)\nA == F(LAMBDA a, b : a)",
            "3:8 E211 argument 1 of `F` is an operator of 1 argument; this is an operator of 2"
                + " arguments"),
        of(
            "f[a \\in {}] == a\nA == f[1, 2]",
            "3:6 E212 function `f` takes 1 argument, not 2 = defined here @2:1"),
        of("A == @", "2:6 E213 `@` stands in an EXCEPT or in a step of a proof only"),
        of(
            "A == [p |-> 1, q |-> 2, p |-> 3]",
            "2:25 E214 field `p` is given twice = first given here @2:7"),
        of(
            "VARIABLE x\nASSUME x = 1",
            "3:8 E215 an assumption is a constant expression; this is a state expression"),
        of(
            "VARIABLE x\n---- MODULE M ----\nVARIABLE y\n====\nI == INSTANCE M WITH y <- x'",
            "6:27 E216 what stands for `y` of module `M` may be at most a state expression; this is"
                + " an action = declared here @4:10"),
        of(
            "---- MODULE M ----\nCONSTANT F(_)\n====\nINSTANCE M WITH F <- []",
            "5:22 E217 an operator that looks beyond the present state cannot stand for `F` of"
                + " module `M` = declared here @3:10"),
        of(
            "RECURSIVE F(_)\nF(a) == IF a = 1 THEN a' ELSE F(a)",
            "3:3 E218 parameter `a` of the recursive operator `F` must not be primed"),
        of(
            "RECURSIVE F(_)\nVARIABLE x\nF(a) == F(a)",
            "3:1 E219 a declaration of variables must not stand before the definition of the"
                + " recursive operator `F` = declared here @2:11"),
        of("VARIABLE x\nA == [](x' = 1)", "3:8 E220 an action after `[]` must have the form [A]_v"),
        of(
            "VARIABLE x\nA == x' = 1 /\\ []x",
            "3:6 E220 `/\\` has an action and a temporal formula as operands; this is the action ="
                + " this is the temporal formula @3:16"),
        of(
            "VARIABLE x\nA == \\E a \\in x' : []x",
            "3:15 E221 the bound of a quantified temporal formula takes at most a state expression;"
                + " this is an action"),
        of(
            "A == \\A a \\in {} : lab :: TRUE",
            "2:20 E222 label `lab` needs the parameter `a`, which is bound around it = bound here"
                + " @2:9"),
        of(
            "ASSUME lab :: TRUE",
            "2:8 E223 a label stands in a definition or in a step of a proof; name this statement:"
                + " Name == …"),
        of(
            "A == {lab :: 1, lab :: 2}",
            "2:17 E224 label `lab` is already used = first used here @2:7"),
        of(
            "THEOREM TRUE\n<1>a. HAVE TRUE\n<1>b. <1>a\n<1>. QED",
            "4:7 E225 step `<1>a` states no formula that could stand here = stated here @3:1"),
        of(
            "VARIABLE x\nTHEOREM []x\n<1>. WITNESS x\n<1>. QED",
            "4:14 E226 WITNESS with a temporal formula takes a constant expression; this is a state"
                + " expression"),
        of(
            "THEOREM T == ASSUME TRUE PROVE TRUE\nA == T",
            "3:6 E227 theorem `T` has the form ASSUME … PROVE …, which is no expression = stated"
                + " here @2:9"),
        of(
            "A == TRUE\nHIDE A",
            "3:6 E228 HIDE takes the names of theorems, assumptions and steps, and definitions"
                + " after DEF"),
        of("THEOREM TRUE BY Nothing", "2:17 E200 name `Nothing` is not defined"),
        of(
            "Nat == 1\nINSTANCE Naturals",
            "3:1 W200 this instance does not bring in `Nat` of module `Naturals`, because the name"
                + " is already defined = defined here @2:1"),
        of(
            "p == 1\nA == [p |-> 2]",
            "3:7 W201 this field has the name `p`, not the value of the definition `p` = defined"
                + " here @2:1"));
  }

  private static Arguments of(String lines, String... messages) {
    return Arguments.of(lines, List.of(messages));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void says(String lines, List<String> messages) {
    assertThat(Resolved.body(lines).messages()).isEqualTo(messages);
  }

  /// A unit that cannot be read is the only thing that is reported, whatever it was to define.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "F(a) == a +\nA == F(1)",
        "f[a \\in {}] == [a\nA == f[1]",
        "a \\prec b == a b\nA == 1 \\prec 2",
        "-. a == a b\nA == -1",
        "a ^# == a b\nA == 1 ^#",
        "VARIABLE x, y z\nA == x' = y /\\ z",
        "CONSTANT c, F(_, ), _ ++ _\nA == F(c, c) ++ c",
        "F == LET g == 1 h == 2 IN g IN\nA == F",
        "F == 1\nG = 2\nA == F + G",
        "VARIABEL x, y\nA == x + y",
        "F == LET g == { IN g\nG == 2\nA == F + G",
        "RECURSIVE F(_)\nF(a) == a b\nVARIABLE x\nA == F(x)",
        "LOCAL INSTANCE Sequences WITH a <- \nA == Len(<<>>)",
        "I == INSTANCE Sequences WITH a <- \nA == I!Len(<<>>)",
        "THEOREM T == )\nA == T",
        "VARIABLE x y\n---- MODULE M ----\nVARIABLE y\n====\nI == INSTANCE M",
        "---- MODULE M ----\nVARIABLE x y\nF == )\n====\nI == INSTANCE M WITH x <- 1\nA == I!F",
      })
  void whatAFaultyUnitDefinesIsNotMissed(String lines) {
    assertThat(Resolved.body("EXTENDS Naturals\n" + lines).errors())
        .isNotEmpty()
        .allMatch(diagnostic -> diagnostic.code() == Code.SYNTAX);
  }

  @Test
  void otherFaultsAreReportedBesideThoseOfSyntax() {
    assertThat(Resolved.body("F == )\nA == F(2) /\\ G").messages())
        .containsExactly(
            "2:6 E100 expected an expression or `INSTANCE`, found `)`",
            "3:14 E200 name `G` is not defined");
  }

  @Test
  void modulesInsideSeeWhatIsLocal() {
    String outer =
        "LOCAL a == 1\nLOCAL x \\prec y == x\nLOCAL INSTANCE Sequences\n---- MODULE M ----\n"
            + "b == <<a \\prec 2, Len(<<>>)>>\n====\nI == INSTANCE M\nc == I!b";
    assertThat(Resolved.body(outer).messages()).isEmpty();
    assertThat(Resolved.body(outer + "\nd == I!a").codes()).containsExactly(Code.UNKNOWN_NAME);
  }

  @Test
  void modulesThatBuildOnEachOtherAreLookedThroughOnce() {
    String lines =
        "EXTENDS TLAPS\n---- MODULE M ----\nc == 1\n====\nINSTANCE M\nTHEOREM c = 1 BY Nothing";
    assertThat(Resolved.body(lines).messages()).isEmpty();
  }

  @Test
  void namesThatAMissingModuleMayHaveAreNotReported() {
    assertThat(Resolved.body("EXTENDS Missing\nA == unknown(1)").messages()).hasSize(1);
  }
}
