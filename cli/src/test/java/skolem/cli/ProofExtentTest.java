package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;

/// Proofs speak of all states and steps that they say they speak of; what is true is argued at each
/// specification.
final class ProofExtentTest {
  /// Far too many messages for a set of them to be listed; there is always one with 1, and there
  /// may be one with 2.
  private static final String MESSAGES =
      """
      VARIABLES msgs, x, y
      K == 1..60
      Message == [a : K, b : K, c : K, d : K]
      One(i) == [a |-> i, b |-> 1, c |-> 1, d |-> 1]
      Init == msgs = {One(1)} /\\ x = 1 /\\ y = 1
      Send == msgs' = msgs \\cup {One(2)} /\\ UNCHANGED <<x, y>>
      """;

  @TempDir private Path folder;

  private CommandRun prove(String body, String configuration, String... options)
      throws IOException {
    Path spec = folder.resolve("S.tla");
    Files.writeString(
        spec, "---- MODULE S ----\nEXTENDS Integers, Sequences\n" + body + "\n====\n");
    Files.writeString(folder.resolve("S.cfg"), "INIT Init\nNEXT Next\n" + configuration);
    List<String> arguments = new ArrayList<>(List.of("prove", spec.toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  /// What is read need not be what x was read from: after Send, Read of 2 leads to y = 2.
  @Test
  void anActionPicksAnyElement() throws IOException {
    CommandRun run =
        prove(
            MESSAGES
                + """
                Read == \\E m \\in msgs : x' = m.a /\\ y' = (IF m.a = x THEN 1 ELSE 2) /\\ msgs' = msgs
                Next == Send \\/ Read
                Inv == msgs \\subseteq Message /\\ (\\E m \\in msgs : x = m.a) /\\ y \\in K /\\ y = 1
                """,
            "",
            "--inv",
            "Inv");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("Counterexample to induction for Read");
  }

  /// x may have been read from another message than y.
  @Test
  void eachConjunctPicksAnElementOfItsOwn() throws IOException {
    CommandRun run =
        prove(
            MESSAGES
                + """
                ReadX == \\E m \\in msgs : x' = m.a /\\ UNCHANGED <<msgs, y>>
                ReadY == \\E m \\in msgs : y' = m.a /\\ UNCHANGED <<msgs, x>>
                Next == Send \\/ ReadX \\/ ReadY
                Inv ==
                  /\\ msgs \\subseteq Message
                  /\\ \\E m \\in msgs : x = m.a
                  /\\ \\E m \\in msgs : y = m.a
                Same == x = y
                """,
            "",
            "--inv",
            "Inv",
            "--implies",
            "Same");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("A state within the invariant violates Same");
  }

  /// With `g = <<1>>`, the second element has no value, and the first one makes the conjunct true.
  @Test
  void anElementWithoutAValueExcludesNoState() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLES g, x, z
            Init == g = <<1>> /\\ x = 1 /\\ z = 0
            Next == z' = (IF DOMAIN g = {1} THEN 1 ELSE 0) /\\ UNCHANGED <<g, x>>
            Inv == /\\ g \\in [{1} -> 0..1] \\cup [{1, 2} -> 0..1]
                   /\\ z \\in 0..1
                   /\\ \\E i \\in 1..2 : g[i] = 1 /\\ i = 1 /\\ x = i
                   /\\ z = 0
            """,
            "", "--inv", "Inv");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
  }

  /// `Val` has no value where x is 3, which only `Dom` excluded, and that is left out.
  @Test
  void whatIsLeftRestsOnNothingThatIsLeftOut() throws IOException {
    String body =
        """
        VARIABLES x, f
        Init == x = 1 /\\ f = <<0, 0>>
        Next == x < 5 /\\ x' = x + 1 /\\ UNCHANGED f
        TypeOK == x \\in 0..6 /\\ f \\in [{1, 2} -> 0..1]
        Dom == x \\in DOMAIN f
        Val == f[x] \\in 0..1
        """;
    CommandRun run =
        prove(body, "", "--inv", "TypeOK", "--candidates", "Dom,Val", "--implies", "Val");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("Left out: Dom, Val");
  }

  /// Of longer sequences nothing is known, and 4 of them are not short.
  @Test
  void aSubsetSaysOfWhichStatesItIs() throws IOException {
    String body =
        """
        VARIABLE q
        Init == q = <<>>
        Next == q' = Append(q, 1)
        TypeOK == q \\in Seq({1})
        Short == Len(q) =< 4
        """;
    String[] options = {
      "--inv", "TypeOK", "--candidates", "Short", "--implies", "Short", "--max-seq", "3"
    };
    assertThat(prove(body, "", options).out()).contains("at most 3 elements; nothing is said");
    List<String> json = new ArrayList<>(List.of(options));
    json.addAll(List.of("--output", "json"));
    assertThat(prove(body, "", json.toArray(String[]::new)).out())
        .contains("\"sequencesUpTo\" : 3");
  }

  /// A state outside is not left: 5 is behind 3, and 4 need not be asked about.
  @ParameterizedTest
  @ValueSource(strings = {"CONSTRAINT Con", "ACTION_CONSTRAINT ActionCon"})
  void whatLiesBehindAConstraintIsNotReal(String constraint) throws IOException {
    String body =
        """
        VARIABLE x
        Init == x = 0
        Next == x < 8 /\\ x' = x + 1
        TypeOK == x \\in 0..9
        Con == x # 3
        ActionCon == x' < 3
        Safe == x # 5
        Ind == TypeOK /\\ Safe
        """;
    CommandRun run = prove(body, constraint + "\n", "--inv", "Ind", "--k", "1");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("not reachable").doesNotContain("real");
  }

  /// Behaviours end in the initial state, which lies outside; without the constraint, the second
  /// state violates.
  @Test
  void firstStatesAreThoseWithinTheConstraint() throws IOException {
    String body =
        """
        VARIABLES x, y, z
        Init == x = 0 /\\ y = 0 /\\ z = 0
        Next == x < 8 /\\ x' = x + 1 /\\ y' = z /\\ z' = 0
        TypeOK == x \\in 0..9 /\\ y \\in 0..1 /\\ z \\in 0..1
        Con == x # 0
        Ind == TypeOK /\\ x # 1 /\\ y = 0
        """;
    CommandRun within = prove(body, "CONSTRAINT Con\n", "--inv", "Ind", "--k", "2");
    assertThat(within.status()).as(within.out() + within.err()).isZero();
    assertThat(within.out()).contains("holds at every depth, within CONSTRAINT Con");
    assertThat(prove(body, "", "--inv", "Ind", "--k", "2").status()).isEqualTo(20);
  }

  @Test
  void aSubsetIsOneWithinTheConstraint() throws IOException {
    String body =
        """
        VARIABLE x
        Init == x = 0
        Next == x < 8 /\\ x' = x + 1
        TypeOK == x \\in 0..9
        Con == x < 3
        Safe == x # 5
        """;
    CommandRun run =
        prove(
            body,
            "CONSTRAINT Con\n",
            "--inv",
            "TypeOK",
            "--candidates",
            "Safe",
            "--implies",
            "Safe");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("Implies Safe", "Within CONSTRAINT Con");
  }

  @Test
  void aFalseAssumptionIsNotPassedOver() throws IOException {
    CommandRun run =
        prove(
            """
            CONSTANT N
            VARIABLE x
            ASSUME Large == N > 5
            Init == x = 0
            Next == x' = (x + 1) % N
            TypeOK == x \\in 0..N
            """,
            "CONSTANT N = 3\n", "--inv", "TypeOK");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(10);
    assertThat(run.err()).contains("Large");
  }

  /// That all numbers have a square is not found out by going through them.
  @Test
  void anAxiomIsTakenForGranted() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLE x
            AXIOM Squares == \\A n \\in Nat : \\E m \\in Nat : m = n * n
            Init == x = 0
            Next == x' = (x + 1) % 3
            TypeOK == x \\in 0..2
            """,
            "", "--inv", "TypeOK");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("Note: assumption Squares is taken for granted");
  }

  /// The steps bear the names of what is passed, and of what is recursive.
  @ParameterizedTest
  @ValueSource(strings = {"Some(Set)", "Up(2)"})
  void actionsThatArePassedAreTaken(String next) throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLE x
            Set(i) == x' = i
            Some(Op(_)) == \\E i \\in 0..3 : Op(i)
            RECURSIVE Up(_)
            Up(i) == IF i = 0 THEN x' = (x + 1) %% 4 ELSE Up(i - 1) \\/ Set(i)
            Init == x = 0
            Next == %s
            TypeOK == x \\in 0..3
            """
                .formatted(next),
            "",
            "--inv",
            "TypeOK");
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  /// An action may be called what a column is called that is none of an action.
  @ParameterizedTest
  @ValueSource(strings = {"Init", "defined"})
  void anActionMayBearTheNameOfAColumn(String action) throws IOException {
    String body =
        """
        VARIABLE x
        Start == x = 0
        %s == x' = 1 /\\ x = 0
        Other == x = 1 /\\ x' = 2
        Steps == %s \\/ Other
        TypeOK == x \\in 0..3
        Safe == x # 1
        """
            .formatted(action, action);
    String[] options = {"--init", "Start", "--next", "Steps", "--inv", "TypeOK"};
    List<String> whole = new ArrayList<>(List.of(options));
    whole.set(5, "TypeOK,Safe");
    CommandRun run = prove(body, "", whole.toArray(String[]::new));
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("Counterexample to induction for action " + action);
    List<String> subset = new ArrayList<>(List.of(options));
    subset.addAll(List.of("--candidates", "Safe", "--implies", "Safe"));
    assertThat(prove(body, "", subset.toArray(String[]::new)).out()).contains("Left out: Safe");
  }

  /// 1 is not left, so that 2 is never looked at.
  @ParameterizedTest
  @ValueSource(strings = {"CONSTRAINT Con", "ACTION_CONSTRAINT ActionCon"})
  void statesInTheMiddleAreLeft(String constraint) throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLE x
            Init == x = 0
            Next == x < 8 /\\ x' = x + 1
            TypeOK == x \\in 0..9
            Con == x < 1
            ActionCon == x' < 1
            Safe == x # 2
            """,
            constraint + "\n",
            "--inv",
            "TypeOK",
            "--implies",
            "Safe",
            "--k",
            "3");
    assertThat(run.status()).as(run.out() + run.err()).isNotEqualTo(255);
    assertThat(run.out()).doesNotContain("real");
  }

  /// After three steps, the constraint is asked for the head of the empty sequence.
  @Test
  void aConstraintHasAValue() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLES x, s
            Init == x = 0 /\\ s = <<>>
            Next == x' = (IF x = 9 THEN 9 ELSE x + 1) /\\ s' = s
            Con == x < 3 \\/ Head(s) = 1
            Ind == x \\in 0..9 /\\ s = <<>> /\\ x # 5
            """,
            "CONSTRAINT Con\n",
            "--inv",
            "Ind");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out()).contains("has no value: CONSTRAINT Con");
  }

  /// An element of 900 pairs is picked by more variables than can be gone through.
  @Test
  void whatIsSaidOfManyPairsIsBroken() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLES g, x
            Init == g = <<2, 1>> /\\ x = 1
            Next == g' \\in [1..2 -> 1..2] /\\ x' \\in 1..2
            TypeOK == g \\in [1..2 -> 1..2] /\\ x \\in 1..2
            D == \\A v \\in (1..30) \\X (1..30) : v[1] = x => v[2] # g[1] \\/ v[2] = v[1]
            """,
            "",
            "--inv",
            "TypeOK,D");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
  }

  /// Late makes y 1 where q has four elements, which is beyond what induction looks at.
  @Test
  void aDeeperInductionHasTheSameLimits() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLES q, y, z
            Init == q = <<>> /\\ y = 0 /\\ z = 0
            Step == Len(q) < 5 /\\ q' = Append(q, 1) /\\ y' = y /\\ z' = 0
            Odd == z = 1 /\\ y' = 1 /\\ q' = q /\\ z' = 0
            Late == Len(q) = 4 /\\ y' = 1 /\\ q' = q /\\ z' = 0
            Next == Step \\/ Odd \\/ Late
            Ind == q \\in Seq({1}) /\\ y \\in 0..1 /\\ z \\in 0..1 /\\ y = 0
            """,
            "", "--inv", "Ind", "--max-seq", "2");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(20);
    assertThat(run.out())
        .contains("It is 2-inductive among states whose sequences have at most 2 elements")
        .doesNotContain("at every depth");
  }

  /// From 2, x becomes 3, where `y[x]` has no value, which nobody is asked about.
  @Test
  void aConjunctThatIsAskedAboutAloneIsWrongByItself() throws IOException {
    CommandRun run =
        prove(
            """
            VARIABLES x, y
            Here == y[x] = 1
            Low == x # 3
            Init == x = 1 /\\ y = <<1, 1>>
            Next == x' = x + 1 /\\ y' = y
            Ind == x \\in 0..4 /\\ y \\in [1..2 -> 1..1] /\\ Here /\\ Low
            """,
            "",
            "--inv",
            "Ind",
            "--only-conjunct",
            "Low");
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(30);
    assertThat(run.out()).contains("only where a conjunct, read from left to right, has no value");
  }
}
