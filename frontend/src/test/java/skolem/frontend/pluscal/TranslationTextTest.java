package skolem.frontend.pluscal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What algorithms become; the expected definitions are those of the PlusCal manual's translation
/// scheme.
class TranslationTextTest {
  @Test
  void stepsOfAnAlgorithmWithoutProcesses() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Count
            variables n = 0, m \\in 1..3;
            begin
              a: while n < m do
                   n := n + 1;
                 end while;
              b: m := n;
                 assert m = n;
            end algorithm
            """);
    assertThat(translated.definition("Init"))
        .isEqualTo(
            """
            Init == (* Global variables *)
                    /\\ n = 0
                    /\\ m \\in 1..3
                    /\\ pc = "a\"\
            """);
    assertThat(translated.definition("a"))
        .isEqualTo(
            """
            a == /\\ pc = "a"
                 /\\ IF n < m
                       THEN /\\ n' = n + 1
                            /\\ pc' = "a"
                       ELSE /\\ pc' = "b"
                            /\\ n' = n
                 /\\ m' = m\
            """);
    assertThat(translated.definition("b"))
        .isEqualTo(
            """
            b == /\\ pc = "b"
                 /\\ m' = n
                 /\\ Assert(m' = n, "Failure of assertion at line 10, column 6.")
                 /\\ pc' = "Done"
                 /\\ n' = n\
            """);
    assertThat(translated.definition("Next"))
        .isEqualTo("Next == a \\/ b\n           \\/ Terminating");
  }

  /// What stands before `|->` is a field at the beginning of a record only.
  @Test
  void fieldsAreNoVariablesAndDomainsAre() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Fields {
              variables s = {1}, r = 0, f = <<>>;
              process (P \\in 1..2) variables m = <<5, 6>>; {
                a: s := {1, 2};
                   f := [i \\in s |-> i];
                   r := [f |-> f, s |-> m, m |-> [j \\in DOMAIN m |-> m[j]]];
                b: m := [i \\in 1..2, j \\in s |-> [s : s, m : m]];
              }
            }
            """);
    assertThat(translated.definition("a"))
        .contains("f' = [i \\in s' |-> i]")
        .contains("r' = [f |-> f', s |-> m[self], m |-> [j \\in DOMAIN m[self] |-> m[self][j]]]");
    assertThat(translated.definition("b"))
        .contains("![self] = [i \\in 1..2, j \\in s |-> [s : s, m : m[self]]]]");
  }

  @Test
  void variablesOfProcessSetsAreSubscriptedAndThoseOfSingleProcessesAreNot() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Two {
              variables g = 0;
              process (P \\in 1..2) variables x = self, y \\in {x}; {
                a: x := x + g; y := x || g := [r |-> x].r;
              }
              fair process (Q = 3) variable z = 0; { b: z := z + g; }
            }
            """);
    assertThat(translated.definition("Init"))
        .contains("/\\ x = [self \\in 1..2 |-> self]")
        .contains("/\\ y \\in [1..2 -> {x[CHOOSE self \\in 1..2 : TRUE]}]")
        .contains("/\\ z = 0")
        .contains("CASE self \\in 1..2 -> \"a\"");
    assertThat(translated.definition("a"))
        .isEqualTo(
            """
            a(self) == /\\ pc[self] = "a"
                       /\\ x' = [x EXCEPT ![self] = x[self] + g]
                       /\\ /\\ g' = [r |-> x'[self]].r
                          /\\ y' = [y EXCEPT ![self] = x'[self]]
                       /\\ pc' = [pc EXCEPT ![self] = "Done"]
                       /\\ z' = z\
            """);
    assertThat(translated.definition("b"))
        .contains("pc[3] = \"b\"")
        .contains("z' = z + g")
        .contains("pc' = [pc EXCEPT ![3] = \"Done\"]")
        .contains("UNCHANGED << g, x, y >>");
    assertThat(translated.definition("Spec"))
        .isEqualTo("Spec == /\\ Init /\\ [][Next]_vars\n        /\\ WF_vars(Q)");
  }

  @Test
  void callsPushAFrameAndReturnsPopIt() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Calls
            variable r = 0;
            procedure P(n) variable k = n; begin
              p: r := k; return;
            end procedure
            procedure Q() begin
              q: call P(r); return;
            end procedure
            begin
              a: call P(1);
              b: call Q();
            end algorithm
            """);
    assertThat(translated.definition("a"))
        .isEqualTo(
            """
            a == /\\ pc = "a"
                 /\\ /\\ n' = 1
                    /\\ stack' = << [ procedure |->  "P",
                                     pc        |->  "b",
                                     k         |->  k,
                                     n         |->  n ] >>
                                 \\o stack
                 /\\ k' = n'
                 /\\ pc' = "p"
                 /\\ r' = r\
            """);
    assertThat(translated.definition("p"))
        .contains("/\\ pc' = Head(stack).pc")
        .contains("/\\ k' = Head(stack).k")
        .contains("/\\ n' = Head(stack).n")
        .contains("/\\ stack' = Tail(stack)");
    // A call and return in one replaces the frame of the caller.
    assertThat(translated.definition("q"))
        .contains("pc        |->  Head(stack).pc")
        .contains("\\o Tail(stack)");
  }

  @Test
  void branchesSayWhatTheyLeaveUnchanged() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Branches
            variables counter = 0, y = 0;
            begin
              a: either counter := 1; or with v \\in {1, 2}, w = v do y := w; end with; or skip;
                 end either;
            end algorithm
            """);
    assertThat(translated.definition("a"))
        .isEqualTo(
            """
            a == /\\ pc = "a"
                 /\\ \\/ /\\ counter' = 1
                       /\\ y' = y
                    \\/ /\\ \\E v \\in {1, 2}:
                            LET w == v IN
                              y' = w
                       /\\ UNCHANGED counter
                    \\/ /\\ TRUE
                       /\\ UNCHANGED << counter, y >>
                 /\\ pc' = "Done\"\
            """);
  }

  @Test
  void alignmentSurvivesSubstitution() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Aligned {
              process (P \\in 1..2) variable x = 0; {
                a: await /\\ x = 0 => \\/ x = 1
                                     \\/ x = 2
                         /\\ x = 3;
              }
            }
            """);
    assertThat(translated.definition("a"))
        .contains(
            """
                       /\\ /\\ x[self] = 0 => \\/ x[self] = 1
                                            \\/ x[self] = 2
                          /\\ x[self] = 3
            """);
  }

  @Test
  void macrosTakeExpressionsAndVariables() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Macros
            variables f = <<1, 2>>, g = 0;
            macro Inner(v, e) begin v := 2 * e; end macro
            macro Outer(v) begin Inner(v, g + 1); assert v = 0; end macro
            begin
              a: Outer(f[1]);
            end algorithm
            """);
    assertThat(translated.definition("a"))
        .contains("f' = [f EXCEPT ![1] = 2 * (g + 1)]")
        .contains("Assert(f'[1] = 0,")
        .contains("line 6, column 39 of macro called at line 8, column 6.");
  }

  @Test
  void aLoopForEverNeedsNoProgramCounter() {
    Translated translated =
        Translated.algorithm(
            """
            --fair algorithm Clock
            variable b = 0;
            begin
              tick: while TRUE do
                if b = 0 then b := 1 else b := 0 end if;
              end while;
            end algorithm
            """);
    assertThat(translated.body()).doesNotContain("pc").doesNotContain("Terminati");
    assertThat(translated.definition("Next"))
        .isEqualTo(
            """
            Next == IF b = 0
                       THEN /\\ b' = 1
                       ELSE /\\ b' = 0\
            """);
    assertThat(translated.definition("Spec")).endsWith("/\\ WF_vars(Next)");
  }

  @Test
  void equalNamesGetSuffixes() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Same {
              process (P = 1) variable x = 1; { l: x := 2; }
              process (Q = 2) variable x = 3; { l: x := 4; }
            }
            """);
    assertThat(translated.body())
        .contains("\\* Label l of process P at line 4 col 40 changed to l_")
        .contains("\\* Process variable x of process P at line 4 col 28 changed to x_");
    assertThat(translated.definition("l_")).contains("x_' = 2");
    assertThat(translated.definition("l")).contains("x' = 4");
  }

  @Test
  void strengthsOfLabelsBecomeFairness() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Fair {
              fair process (P \\in {1}) { a:+ skip; b:- skip; c: skip; }
              fair+ process (Q \\in {2}) { d: skip; }
            }
            """);
    assertThat(translated.definition("Spec"))
        .isEqualTo(
            """
            Spec == /\\ Init /\\ [][Next]_vars
                    /\\ \\A self \\in {1} : WF_vars((pc[self] # "b") /\\ P(self)) /\\ SF_vars(a(self))
                    /\\ \\A self \\in {2} : SF_vars(Q(self))\
            """);
  }

  @Test
  void definitionsComeAfterTheGlobalVariables() {
    Translated translated =
        Translated.algorithm(
            """
            --algorithm Defines
            variable n = 0;
            define
              Twice == 2 * n
              Pair(a, b) == /\\ a
                            /\\ b
            end define;
            process P \\in {1} variable k; begin a: k := Twice; end process
            end algorithm
            """);
    assertThat(translated.body())
        .startsWith(
            """
            CONSTANT defaultInitValue
            VARIABLES pc, n

            (* define statement *)
            Twice == 2 * n
            Pair(a, b) == /\\ a
                          /\\ b

            VARIABLE k
            """);
  }
}
