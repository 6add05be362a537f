package skolem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skolem.cli.command.CommandRun;
import skolem.encoder.formula.Formula;
import skolem.encoder.unroll.Frame;
import skolem.encoder.unroll.Independence;
import skolem.encoder.unroll.Unrolling;
import skolem.encoder.unroll.ValuePrecedence;
import skolem.explicit.search.StateSpace;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.frontend.model.ValueSymmetry;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.Renaming;
import skolem.frontend.value.Value;
import skolem.frontend.verdict.State;
import skolem.solver.engine.Engine;
import skolem.solver.engine.SolverSessions;
import skolem.solver.lemma.Strengthening;
import skolem.solver.session.Answer;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;
import skolem.solver.session.SolvingTime;

/// Interchangeable values: which are, that one behaviour of each class is left, and that nothing is
/// lost where values are nearly interchangeable.
class SymmetryTest {
  @TempDir private Path folder;
  private SpecificationFolder specifications = new SpecificationFolder(Path.of("."));

  @BeforeEach
  void open() {
    specifications = new SpecificationFolder(folder);
  }

  /// In each step, one of P is added to x.
  private static final String ADDING =
      """
      ---- MODULE Spec ----
      EXTENDS Integers, FiniteSets, FiniteSetsExt, TLC
      CONSTANTS P, Special
      VARIABLE x
      Init == x = {}
      Next == \\E p \\in P : x' = x \\cup {p}
      """;

  private String adding(String more, String config) {
    return specifications.writeModule(
        ADDING + more + "\n====\n", "INIT Init\nNEXT Next\nINVARIANT Inv\n" + config);
  }

  private static CommandRun check(String module) {
    return check(module, 4);
  }

  private static CommandRun check(String module, int steps, String... more) {
    Stream<String> options =
        Stream.of("--patience", "0", "--no-deadlock", "--length", Integer.toString(steps));
    return CommandRun.of(
        Stream.of(Stream.of("check", module), options, Stream.of(more))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  // ── What is interchangeable ─────────────────────────────────────────────────────────────────

  /// P and Special as the configuration has them, an invariant, and the sets of values that are
  /// treated alike.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a, b, c}   | 1             | x # P                                     | [[a, b, c]]",
        "{a, b, c}   | a             | x # P                                     | [[a, b, c]]",
        "{a, b, c}   | a             | Special \\notin x                         | [[b, c]]",
        "{a, b, c}   | {a}           | x # Special                               | [[b, c]]",
        "{a, b, c, d}| {a, b}        | x # Special                               | [[a, b], [c, d]]",
        "{a, b, c}   | {{a, b}, {b, c}, {a, c}} | x \\notin Special              | [[a, b, c]]",
        "{a, b, c}   | {{a, b}, {b, c}} | x \\notin Special                      | [[a, c]]",
        "{a, A_b, A_c} | 1           | x # P                                     | [[A_b, A_c]]",
        "{a, b, c}   | 1             | x = {} \\/ (CHOOSE p \\in x : TRUE) \\in P  | []",
        "{a, b, c}   | 1             | \\A p \\in x : ToString(p) # Special       | []",
        "{a, b, c}   | 1             | Cardinality(x) < 4                        | [[a, b, c]]",
        "{a, b, c}   | 1             | LET Least(S) == CHOOSE n \\in S : \\A m \\in S : n <= m"
            + " IN Least({Cardinality(x), 1}) < 2 | [[a, b, c]]",
        "{a, b, c}   | 1             | LET Least(S) == CHOOSE n \\in S : \\A m \\in S : n = m"
            + " IN Least({Cardinality(x)}) < 9 | []"
      })
  void findsWhatIsTreatedAlike(String values, String special, String invariant, String expected) {
    String module =
        adding("Inv == " + invariant, "CONSTANTS P = " + values + " Special = " + special);
    Model model = ModelLoader.load(ModelLoader.Request.of(Path.of(module)));
    assertThat(ValueSymmetry.of(model).sets()).hasToString(expected);
  }

  // ── One behaviour of each class ─────────────────────────────────────────────────────────────

  /// A choice of one of three values in each of four steps makes 81 behaviours; up to the names of
  /// the values they are the partitions of four steps into at most three blocks: 1 + 7 + 6.
  @Test
  void leavesOneBehaviourOfEachClass() {
    String module = adding("Inv == TRUE", "CONSTANTS P = {a, b, c} Special = 1");
    Unrolling unrolling = unrolled(module(Path.of(module), ""), 4);
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      unrolling.frames().forEach(frame -> frame.constraints().forEach(session::assertThat));
      assertThat(behaviours(unrolling, session)).isEqualTo(81);
    }
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      unrolling.frames().forEach(frame -> frame.constraints().forEach(session::assertThat));
      session.assertThat(representative(unrolling));
      assertThat(behaviours(unrolling, session)).isEqualTo(14);
    }
  }

  private static Formula representative(Unrolling unrolling) {
    return new ValuePrecedence(ValueSymmetry.of(unrolling.model()).sets(), unrolling.formulas())
        .representative(unrolling.frames());
  }

  private static Unrolling unrolled(Model model, int steps) {
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    for (int i = 0; i < steps; i++) {
      unrolling.extend();
    }
    return unrolling;
  }

  private static Model module(Path specification, String config) {
    return ModelLoader.load(
        config.isEmpty()
            ? ModelLoader.Request.of(specification)
            : new ModelLoader.Request(
                specification, Path.of(config), List.of(), null, null, List.of()));
  }

  /// How many sequences of branches there are.
  private static int behaviours(Unrolling unrolling, SolverSession session) {
    int count = 0;
    while (session.check(List.of(), Budget.UNLIMITED) instanceof Answer.Sat(var assignment)) {
      List<Formula> same = new ArrayList<>();
      for (Frame frame : unrolling.frames()) {
        for (Frame.Arrival arrival : frame.arrivals()) {
          if (!arrival.taken().isConstant()) {
            same.add(assignment.value(arrival.taken()) ? arrival.taken() : arrival.taken().not());
          }
        }
      }
      session.assertThat(unrolling.formulas().and(same).not());
      count++;
    }
    return count;
  }

  /// Every state that the concrete evaluator reaches has a renaming that a representative reaches
  /// in as many steps, also where steps that can be swapped are in one order only.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "examples/TwoPhaseCommit             | RM = {r1, r2, r3}                          | 5",
        "benchmarks/specs/RaftElection       | Server = {s1, s2, s3} Terms = 1            | 3",
        "benchmarks/specs/Paxos              | Acceptor = {a1, a2} Value = {v, w} Ballots = 2 | 4",
        "benchmarks/specs/ResourceAllocator  | Client = {c1, c2} Resource = {r1, r2}      | 3"
      })
  void representativesReachEveryStateUpToNames(String name, String constants, int steps)
      throws Exception {
    Path config = folder.resolve("Small.cfg");
    Files.writeString(
        config, "CONSTANTS " + constants + "\nSPECIFICATION Spec\nINVARIANT TypeOK\n");
    Model model = module(Places.ROOT.resolve(name + ".tla"), config.toString());
    Set<List<Value>> states = reached(new StateSpace(model, _ -> {}), steps);
    List<List<ModelValue>> sets = ValueSymmetry.of(model).sets();
    assertThat(sets).isNotEmpty();
    Unrolling unrolling = unrolled(model, steps);
    try (SolverSession session = SolverSessions.open(Engine.AUTO, unrolling.formulas())) {
      unrolling.frames().forEach(frame -> frame.constraints().forEach(session::assertThat));
      session.assertThat(representative(unrolling));
      inOrder(unrolling).forEach(session::assertThat);
      assertThat(states)
          .isNotEmpty()
          .allMatch(
              state -> renamings(sets).stream().anyMatch(r -> shows(r, state, unrolling, session)));
    }
  }

  private static boolean shows(
      Renaming renaming, List<Value> state, Unrolling unrolling, SolverSession session) {
    List<String> names = unrolling.model().variables().stream().map(v -> v.name()).toList();
    State renamed = new State(names, state.stream().map(renaming::of).toList());
    Formula shown = unrolling.shows(renamed, unrolling.last().depth());
    return session.check(List.of(shown), Budget.UNLIMITED) instanceof Answer.Sat;
  }

  private static List<Formula> inOrder(Unrolling unrolling) {
    Strengthening.Request request =
        new Strengthening.Request(
            unrolling,
            unrolling.last().depth(),
            Engine.AUTO,
            false,
            false,
            Budget.UNLIMITED,
            Duration.ofMinutes(1),
            new SolvingTime());
    Independence independence =
        Objects.requireNonNull(
            Objects.requireNonNull(Strengthening.of(unrolling.frames(), request)).independence());
    List<Formula> ordered = new ArrayList<>();
    List<Frame> frames = unrolling.frames();
    for (int depth = 2; depth < frames.size(); depth++) {
      ordered.addAll(
          independence.inOrder(frames.get(depth - 1), frames.get(depth), unrolling.formulas()));
    }
    assertThat(ordered).isNotEmpty();
    return ordered;
  }

  private static Set<List<Value>> reached(StateSpace space, int steps) {
    Set<List<Value>> states = new LinkedHashSet<>();
    space.initialStates(null, (state, _) -> added(state, states));
    for (int i = 0; i < steps; i++) {
      Set<List<Value>> next = new LinkedHashSet<>();
      for (List<Value> state : states) {
        space.successors(state.toArray(new Value[0]), i + 1, null, (s, _) -> added(s, next));
      }
      states.clear();
      states.addAll(next);
    }
    return states;
  }

  /// @return that the walk is to go on
  private static boolean added(Value[] state, Set<List<Value>> to) {
    to.add(List.of(state));
    return true;
  }

  private static List<Renaming> renamings(List<List<ModelValue>> sets) {
    List<Map<Value, Value>> all = new ArrayList<>(List.of(Map.of()));
    for (List<ModelValue> set : sets) {
      List<Map<Value, Value>> longer = new ArrayList<>();
      for (Map<Value, Value> images : all) {
        extend(set, new ArrayList<>(set), images, longer);
      }
      all = longer;
    }
    return all.stream().map(Renaming::new).toList();
  }

  private static void extend(
      List<ModelValue> set,
      List<ModelValue> left,
      Map<Value, Value> images,
      List<Map<Value, Value>> to) {
    if (left.isEmpty()) {
      to.add(images);
    }
    for (ModelValue image : left) {
      Map<Value, Value> more = new LinkedHashMap<>(images);
      more.put(set.get(set.size() - left.size()), image);
      List<ModelValue> rest = new ArrayList<>(left);
      rest.remove(image);
      extend(set, rest, more, to);
    }
  }

  // ── Nearly interchangeable ──────────────────────────────────────────────────────────────────

  /// Only the value that the invariant names violates it, and that takes one step, whichever value
  /// it is. Were P taken for interchangeable, one value alone could be chosen first.
  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c"})
  void aValueThatAPropertyNames(String special) {
    String module =
        adding("Inv == Special \\notin x", "CONSTANTS P = {a, b, c} Special = " + special);
    assertThat(check(module).depthOfViolation()).hasValue(1);
  }

  /// The constant is a set, not the value itself; the state {a} violates after one step.
  @ParameterizedTest
  @ValueSource(strings = {"{a}", "{b}", "{c}"})
  void aValueInAnotherConstant(String special) {
    String module = adding("Inv == x # Special", "CONSTANTS P = {a, b, c} Special = " + special);
    assertThat(check(module).depthOfViolation()).hasValue(1);
  }

  /// {a, b} and {a, c} are forbidden, {b, c} is not: two steps. Here b and c are interchangeable,
  /// and a is not.
  @Test
  void valuesThatDifferInTheirQuorums() {
    String module =
        adding("Inv == x \\notin Special", "CONSTANTS P = {a, b, c} Special = {{a, b}, {a, c}}");
    assertThat(check(module).depthOfViolation()).hasValue(2);
  }

  /// TLC chooses the least value, a; only the step that adds it violates.
  @Test
  void aValueThatIsChosen() {
    String module =
        adding("Inv == (CHOOSE p \\in P : TRUE) \\notin x", "CONSTANTS P = {a, b, c} Special = 1");
    assertThat(check(module).depthOfViolation()).hasValue(1);
  }

  /// A fold goes from the least element to the greatest and leaves the greatest, or the least.
  @ParameterizedTest
  @CsvSource({"p, a", "acc, c"})
  void aValueThatAFoldEndsWith(String result, String last) {
    String module =
        adding(
            "Last(S) == FoldSet(LAMBDA p, acc : IF acc = Special THEN p ELSE %s, Special, S)\n"
                    .formatted(result)
                + "Inv == Last(P) \\notin x",
            "CONSTANTS P = {a, b, c} Special = 1");
    assertThat(check(module).depthOfViolation()).as(last).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "c"})
  void aValueWhoseNameIsRead(String name) {
    String module =
        adding(
            "Inv == \\A p \\in x : ToString(p) # \"" + name + "\"",
            "CONSTANTS P = {a, b, c} Special = 1");
    assertThat(check(module).depthOfViolation()).hasValue(1);
  }

  /// Init names a value, and only a step with that value is possible.
  @ParameterizedTest
  @ValueSource(strings = {"a", "c"})
  void aValueThatInitNames(String leader) {
    String module =
        specifications.writeModule(
            """
            ---- MODULE Spec ----
            CONSTANTS P, Leader
            VARIABLES x, done
            Init == x = Leader /\\ done = FALSE
            Next == \\E p \\in P : p = x /\\ done' = TRUE /\\ x' = x
            Inv == ~done
            ====
            """,
            "CONSTANTS P = {a, b, c} Leader = " + leader + "\nINIT Init\nNEXT Next\nINVARIANT Inv");
    assertThat(check(module).depthOfViolation()).hasValue(1);
  }

  /// Initial states choose a value, too: any of them, so that the steps may still begin with any
  /// representative. The violation needs the value of the initial state and another one.
  @Test
  void aValueThatInitChooses() {
    String module =
        specifications.writeModule(
            """
            ---- MODULE Spec ----
            EXTENDS FiniteSets
            CONSTANT P
            VARIABLES x, first
            Init == x = {} /\\ first \\in P
            Next == \\E p \\in P : x' = x \\cup {p} /\\ first' = first
            Inv == ~(first \\in x /\\ Cardinality(x) = 2)
            ====
            """,
            "CONSTANTS P = {a, b, c}\nINIT Init\nNEXT Next\nINVARIANT Inv");
    assertThat(check(module).depthOfViolation()).hasValue(2);
    assertThat(check(module).out()).contains("one was looked at: {a, b, c}");
  }

  /// With x = {a}, evaluation begins with p = a, comes to the function's result for b, and fails.
  /// With x = {b}, p = a makes the formula true before anything fails. So renaming loses the error,
  /// although the specification names neither value; TLC reports it after one step. Twice is there
  /// to be asked about, too; that it holds takes a solver.
  @Test
  void anErrorThatDependsOnTheOrderOfValues() {
    String module =
        specifications.writeModule(
            """
            ---- MODULE Spec ----
            EXTENDS Integers
            CONSTANT P
            VARIABLES x, y, z
            Init == x = {} /\\ y = 0 /\\ z = 0
            Next == \\E p \\in P, n \\in 1..3 : x' = x \\cup {p} /\\ y' = n /\\ z' = n
            Twice == y + z # 3
            Ordered ==
              x = {} \\/ \\E p \\in P : \\A q \\in P \\ {p} : [r \\in x |-> TRUE][q]
            ====
            """,
            "CONSTANTS P = {a, b}\nINIT Init\nNEXT Next\nINVARIANTS Twice Ordered");
    CommandRun run = check(module, 1);
    assertThat(run.status()).isEqualTo(75);
    assertThat(run.out()).contains("violation after 1 step: evaluation error");
  }

  // ── What is said, and where it is not used ──────────────────────────────────────────────────

  private static final String PERMUTED = "Perms == Permutations(P)\n";

  @Test
  void aDeclaredSymmetryThatIsWrongIsNotBelieved() {
    String module =
        adding(
            PERMUTED + "Inv == Special \\notin x",
            "CONSTANTS P = {a, b, c} Special = a\nSYMMETRY Perms");
    CommandRun run = check(module);
    assertThat(run.depthOfViolation()).hasValue(1);
    assertThat(run.out())
        .contains(
            "Note: SYMMETRY Perms is not used: the specification does not treat all its values"
                + " alike");
  }

  @Test
  void aDeclaredSymmetryIsConfirmedOrItIsSaidWhyNot() {
    String constants = "CONSTANTS P = {a, b, c} Special = 1\nSYMMETRY Perms";
    assertThat(check(adding(PERMUTED + "Inv == x # P", constants)).out())
        .contains("Note: SYMMETRY Perms is confirmed")
        .contains("one was looked at: {a, b, c}");
    assertThat(check(adding(PERMUTED + "Inv == (CHOOSE p \\in P : TRUE) \\in P", constants)).out())
        .contains("Note: SYMMETRY Perms is not used: `CHOOSE p \\in P : TRUE` may depend on");
  }

  /// Each of the three values alone makes a counterexample of one step.
  @Test
  void severalCounterexamplesAreNotTakenForOne() {
    String module = adding("Inv == x = {}", "CONSTANTS P = {a, b, c} Special = 1");
    assertThat(check(module, 1, "--max-traces", "9").out())
        .contains("3 violations, the shortest after 1 step");
  }
}
