package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Sets of messages each of which may be one of more values than can be listed: a body is one of
/// 32,768 functions.
class SetsOfTermsTest {
  @TempDir private Path folder;

  /// After `n` steps there are `n` messages, which were sent in steps `0..n-1`; the body is the
  /// same in the first two, and has changed its first bit after that.
  private static final String MAIL =
      """
      ---- MODULE Spec ----
      EXTENDS Integers, FiniteSets
      VARIABLES net, body, n
      Bodies == [1..15 -> BOOLEAN]
      Init == net = {} /\\ body \\in Bodies /\\ n = 0
      Next ==
        /\\ n < 3
        /\\ net' = net \\cup {[body |-> body, sent |-> n]}
        /\\ body' = IF n = 1 THEN [body EXCEPT ![1] = ~@] ELSE body
        /\\ n' = n + 1
      Last == CHOOSE m \\in net : m.sent = n - 1

      AtMostTwo == Cardinality(net) < 3
      OneBody == Cardinality({m.body : m \\in net}) < 2
      SentEarly == \\A m \\in net : m.sent < 2
      AllDiffer == \\A m, k \\in net : m # k => m.body # k.body
      NoneOfNow == [body |-> body, sent |-> 0] \\notin net
      Typed == net \\subseteq [body : Bodies, sent : 0..1]
      OneAlone == net \\ {[body |-> body, sent |-> 0]} = {}
      Apart == net \\cap {[body |-> body, sent |-> 2]} = {}
      BodyStays == n > 0 => Last.body = body
      Filtered == {m \\in net : m.sent > 0} = {}
      TwoSets == {m \\in net : m.sent < 2} = {m \\in net : m.sent < 5}
      Flattened == UNION {{m.body, body} : m \\in net} # {body} \\/ n = 0
      Always == \\A m \\in net : m.body \\in Bodies /\\ m.sent < n
      ====
      """;

  private static final String INVARIANTS =
      "AtMostTwo,OneBody,SentEarly,AllDiffer,NoneOfNow,Typed,OneAlone,Apart,BodyStays,Filtered,"
          + "TwoSets,Flattened,Always";

  private String mail() {
    return new SpecificationFolder(folder)
        .writeModule(MAIL, "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n");
  }

  private static void requireDepths(String out) {
    assertThat(out)
        .containsPattern("AtMostTwo +VIOLATED after 3 steps")
        // The third message is the first with another body.
        .containsPattern("OneBody +VIOLATED after 3 steps")
        .containsPattern("SentEarly +VIOLATED after 3 steps")
        .containsPattern("AllDiffer +VIOLATED after 2 steps")
        .containsPattern("NoneOfNow +VIOLATED after 1 step:")
        .containsPattern("Typed +VIOLATED after 3 steps")
        .containsPattern("OneAlone +VIOLATED after 2 steps")
        .containsPattern("Apart +VIOLATED after 3 steps")
        // The body changes in the second step, after the message is sent.
        .containsPattern("BodyStays +VIOLATED after 2 steps")
        .containsPattern("Filtered +VIOLATED after 2 steps")
        .containsPattern("TwoSets +VIOLATED after 3 steps")
        .containsPattern("Flattened +VIOLATED after 1 step:")
        .containsPattern("Always +(no violation|holds)");
  }

  @Test
  void theCheckerFindsEachViolationAtItsDepth() {
    CommandRun run =
        CommandRun.of("check", mail(), "--inv", INVARIANTS, "--length", "3", "--all-violations");

    requireDepths(run.out() + run.err());
  }

  @Test
  void theExplorerFindsThemThere() {
    CommandRun run = CommandRun.of("explore", mail(), "--inv", INVARIANTS, "--continue");

    requireDepths(run.out() + run.err());
  }

  /// A message is taken out, by a quantifier or out of a set of sets: after sending twice, taking
  /// out twice empties the net again.
  private static final String TAKEN_OUT =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLES net, body, n
      Init == net = {} /\\ body \\in [1..15 -> BOOLEAN] /\\ n = 0
      Send ==
        /\\ n < 2
        /\\ net' = net \\cup {[body |-> body, sent |-> n]}
        /\\ UNCHANGED body
      Receive == n = 2 /\\ \\E m \\in net : m.sent = 0 /\\ net' = net \\ {m} /\\ UNCHANGED body
      Lose == n = 3 /\\ net' \\in {net \\ {m} : m \\in net} /\\ UNCHANGED body
      Next == n' = n + 1 /\\ (Send \\/ Receive \\/ Lose)
      Inv == n = 0 \\/ net # {}
      ====
      """;

  @Test
  void elementsAreChosenInActions() {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(TAKEN_OUT, "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    for (String command : new String[] {"check", "explore"}) {
      CommandRun run = CommandRun.of(command, spec);
      assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
      assertThat(run.out()).contains("violation after 4 steps");
    }
  }

  /// Which of two bodies CHOOSE takes depends on the order of functions.
  private static final String CHOOSING =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLES first, second, n
      Bodies == [1..15 -> BOOLEAN]
      Init == first \\in Bodies /\\ second = [first EXCEPT ![3] = ~@] /\\ n = 0
      Next == n < 3 /\\ n' = n + 1 /\\ UNCHANGED <<first, second>>
      Least(b) == b[3] = FALSE
      Inv == n < 2 \\/ Least(CHOOSE b \\in {first, second} : TRUE)
      Other == n < 2 \\/ (CHOOSE b \\in {first, second} : TRUE) = first
      Sets == n < 2 \\/ (CHOOSE b \\in {{first}, {second}} : TRUE) = {first}
      ====
      """;

  private CommandRun choosing(String command, String invariant) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(CHOOSING, "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n");
    return CommandRun.of(command, spec, "--inv", invariant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void theLeastElementIsChosen(String command) {
    assertThat(choosing(command, "Inv").status()).isZero();

    CommandRun run = choosing(command, "Other");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 2 steps");
  }

  @Test
  void whatDependsOnTheOrderOfSetsOfTermsIsUndecided() {
    CommandRun run = choosing("check", "Sets");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
    assertThat(run.out()).contains("undecided beyond 1 step", "whose order is not known");
  }

  /// In the initial state, where the body is constant, the elements have an order; for any body
  /// they have none, and the choice is not known in any state. That is no reason to leave out the
  /// step from the initial state.
  private static final String CLEAR_AT_FIRST =
      """
      ---- MODULE Spec ----
      EXTENDS Integers
      VARIABLES body, free, bad
      Zero == [i \\in 1..15 |-> FALSE]
      Ones == [i \\in 1..15 |-> TRUE]
      Init == body = Zero /\\ free = Zero /\\ bad = FALSE
      Next ==
        /\\ bad' = (bad \\/ ((CHOOSE b \\in {{Zero}, {body}, {Ones}} : TRUE) = {Zero} /\\ ~ free[1]))
        /\\ free' = [free EXCEPT ![1] = TRUE]
        /\\ body' \\in [1..15 -> BOOLEAN]
      Inv == ~ bad
      ====
      """;

  @Test
  void aStepFromAnyStateDoesNotAssumeAClearChoice() {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(CLEAR_AT_FIRST, "INIT Init\nNEXT Next\nINVARIANT Inv\n");

    CommandRun run = CommandRun.of("check", spec, "--length", "3", "--patience", "0");

    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 1 step");
  }

  /// A message holds a function, empty at first, that is no tuple later.
  private static final String WITH_AN_EMPTY_FUNCTION =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals
      VARIABLES net, seen, digits
      Init == net = {} /\\ digits = [i \\in 1..16 |-> 0] /\\ seen = [x \\in {} |-> 0]
      Next ==
        \\/ /\\ \\E i \\in 1..16, v \\in 1..3 : digits' = [digits EXCEPT ![i] = v]
           /\\ UNCHANGED <<seen, net>>
        \\/ net' = net \\cup {[digits |-> digits, seen |-> seen]} /\\ UNCHANGED <<seen, digits>>
        \\/ seen' = [x \\in {{1}} |-> 0] /\\ UNCHANGED <<net, digits>>
      Inv == \\A m, k \\in net : m.seen = k.seen
      ====
      """;

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void theEmptyFunctionIsOfTheKindOfAllFunctions(String command) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                WITH_AN_EMPTY_FUNCTION,
                "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n");
    CommandRun run = CommandRun.of(command, spec);
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 3 steps");
  }

  /// Recursions that take the least element out of their set each time: a function over the subsets
  /// of the set, and an operator. Both list the bodies' first and third bits in the order of
  /// bodies.
  private static final String FOLDED =
      """
      ---- MODULE Spec ----
      EXTENDS Sequences, Naturals
      VARIABLES first, n
      Init == first \\in [1..10 -> BOOLEAN] /\\ n = 0
      Next == n < 2 /\\ n' = n + 1 /\\ UNCHANGED first
      Bodies == {first, [first EXCEPT ![3] = ~@], [first EXCEPT ![1] = n < 2]}
      Bits(b) == <<b[1], b[3]>>
      ByFunction ==
        LET all[S \\in SUBSET Bodies] ==
              IF S = {} THEN <<>>
              ELSE LET b == CHOOSE b \\in S : TRUE IN Bits(b) \\o all[S \\ {b}]
        IN all[Bodies]
      RECURSIVE All(_)
      All(S) == IF S = {} THEN <<>> ELSE LET b == CHOOSE b \\in S : TRUE IN Bits(b) \\o All(S \\ {b})
      Same == ByFunction = All(Bodies)
      Two == Len(ByFunction) = 4
      TrueIsLast == n < 2 \\/ ByFunction[Len(ByFunction) - 1] = first[1]
      FalseIsFirst == ByFunction[1] = (first[1] /\\ n < 2)
      ====
      """;

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void theLeastElementIsTakenAwayAgainAndAgain(String command) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(FOLDED, "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n");
    String all = command.equals("check") ? "--all-violations" : "--continue";

    CommandRun run = CommandRun.of(command, spec, "--inv", "Same,Two,TrueIsLast,FalseIsFirst", all);

    assertThat(run.out())
        .containsPattern("Same +(no violation|holds)")
        .containsPattern("Two +VIOLATED after 0 steps")
        .containsPattern("TrueIsLast +(no violation|holds)")
        .containsPattern("FalseIsFirst +(no violation|holds)");
  }

  /// Sequences are sent while they grow: at first few enough for each to be looked at. No function
  /// that is not a sequence is among them.
  private static final String GROWING =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals, Sequences
      VARIABLES log, sent
      Init == log = <<>> /\\ sent = {}
      Next ==
        \\/ Len(log) < 5 /\\ (\\E c \\in 1..4 : log' = Append(log, c)) /\\ UNCHANGED sent
        \\/ sent' = sent \\cup {log} /\\ UNCHANGED log
      Short == \\A s \\in sent : Len(s) < 5
      Fine == \\A s \\in sent : SubSeq(log, 1, Len(s)) = s
      ====
      """;

  @ParameterizedTest
  @ValueSource(strings = {"check", "explore"})
  void sequencesThatGrow(String command) {
    String spec =
        new SpecificationFolder(folder)
            .writeModule(
                GROWING, "INIT Init\nNEXT Next\nINVARIANT Fine Short\nCHECK_DEADLOCK FALSE\n");
    CommandRun run = CommandRun.of(command, spec);
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(12);
    assertThat(run.out()).contains("violation after 6 steps: invariant Short is false");
  }
}
