package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skolem.cli.command.CommandRun;

/// What a proof leaves on disk: the cache, and obligations for other solvers.
class RecordsTest {
  @TempDir private Path folder;
  @TempDir private Path kept;
  private Proof proof = new Proof(Path.of(""));

  @BeforeEach
  void begin() {
    proof = new Proof(folder);
  }

  /// Up adds 1 below 6, Down takes 1 above 0.
  private static String counter(String up, String lemma) {
    return """
    Up == %s
    Down == x > 0 /\\ x' = x - 1
    Init == x = 0
    Next == Up \\/ Down
    Ind == x \\in 0..6 /\\ %s
    """
        .formatted(up, lemma);
  }

  private static final String UP = "x < 6 /\\ x' = x + 1";

  /// True of 0..6, as 36 is below 40.
  private static final String SQUARE = "x * x < 40";

  private CommandRun cached(String body) {
    CommandRun run = proof.of(body, "--cache", kept.toString());
    assertThat(run.status()).as(run.out()).isZero();
    return run;
  }

  private static int proved(CommandRun run) {
    return Integer.parseInt(run.out().replaceAll("(?s).*earlier runs, (\\d+) proved now.*", "$1"));
  }

  private static int known(CommandRun run) {
    return Integer.parseInt(
        run.out().replaceAll("(?s).*\n(\\d+) obligations known from earlier runs.*", "$1"));
  }

  /// Obligations with one and the same formula are proved once.
  @Test
  void nothingIsProvedTwice() {
    CommandRun first = cached(counter(UP, SQUARE));
    assertThat(proved(first)).isPositive();
    CommandRun second = cached(counter(UP, SQUARE));
    assertThat(proved(second)).isZero();
    assertThat(known(second)).isEqualTo(proved(first) + known(first));
  }

  /// Up is another action now; Down and the initial state are what they were.
  @Test
  void editOfAnActionConcernsThatAction() {
    CommandRun first = cached(counter(UP, SQUARE));
    CommandRun edited = cached(counter("x < 5 /\\ x' = x + 2", SQUARE));
    assertThat(proved(edited)).isBetween(1, 2);
    assertThat(known(edited)).isPositive();
    assertThat(proved(edited)).isLessThanOrEqualTo(proved(first));
  }

  /// A proof of one conjunct says nothing of another.
  @Test
  void brokenObligationIsFoundInSpiteOfTheCache() {
    cached(counter(UP, SQUARE));
    CommandRun run = proof.of(counter(UP, "x < 3"), "--cache", kept.toString());
    assertThat(run.status()).isEqualTo(20);
  }

  @Test
  void damagedFilesCountAsAbsent() throws IOException {
    int all = proved(cached(counter(UP, SQUARE)));
    for (Path file : files(kept, "")) {
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("skolem proof 1", "skolem proof 0"));
    }
    assertThat(proved(cached(counter(UP, SQUARE)))).isEqualTo(all);
    for (Path file : files(kept, "")) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(proved(cached(counter(UP, SQUARE)))).isEqualTo(all);
    for (Path file : files(kept, "")) {
      Files.write(file, new byte[] {(byte) 0xC3, 0x28, 0});
    }
    assertThat(proved(cached(counter(UP, SQUARE)))).isEqualTo(all);
  }

  // ── Obligations ─────────────────────────────────────────────────────────────────────────────

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// What the file's comment expects, found again by Z3 on its own.
  @Test
  void clausesSayWhatTheVerdictSays() throws IOException {
    proof.of(counter("x' = x + 1", "x < 7"), "--save-obligations", kept.toString());
    List<Path> files = files(kept, ".cnf");
    assertThat(files).hasSizeGreaterThan(5);
    Set<Status> seen = new HashSet<>();
    for (Path file : files) {
      Status status = solve(Files.readAllLines(file));
      assertThat(Files.readString(file))
          .as(file.toString())
          .contains(
              status == Status.SATISFIABLE
                  ? "c expected: satisfiable"
                  : "c expected: unsatisfiable");
      seen.add(status);
    }
    assertThat(seen).containsExactlyInAnyOrder(Status.SATISFIABLE, Status.UNSATISFIABLE);
  }

  private static Status solve(List<String> lines) {
    try (Context context = new Context()) {
      Solver solver = context.mkSolver();
      for (int[] clause : clauses(lines)) {
        BoolExpr[] members = new BoolExpr[clause.length];
        for (int i = 0; i < clause.length; i++) {
          BoolExpr variable = context.mkBoolConst("v" + Math.abs(clause[i]));
          members[i] = clause[i] > 0 ? variable : context.mkNot(variable);
        }
        solver.add(new BoolExpr[] {context.mkOr(members)});
      }
      return solver.check();
    }
  }

  private static List<int[]> clauses(List<String> lines) {
    List<int[]> clauses = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith("c") && !line.startsWith("p")) {
        int[] numbers = Stream.of(line.trim().split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        assertThat(numbers[numbers.length - 1]).isZero();
        clauses.add(Arrays.copyOf(numbers, numbers.length - 1));
      }
    }
    return clauses;
  }

  /// Each clause of a proof follows from those before by unit propagation, and the last is empty.
  @Test
  void proofsAreChainsOfUnitPropagation() throws IOException {
    proof.of(
        """
        Init == x = [i \\in 1..4 |-> FALSE]
        Next == \\E i, j \\in 1..4 : x' = [x EXCEPT ![i] = x[j], ![j] = x[i]]
        Ind == /\\ x \\in [1..4 -> BOOLEAN]
               /\\ (\\E i \\in 1..4 : x[i]) => \\E i, j \\in 1..4 : i # j /\\ x[i] /\\ x[j]
        """,
        "--save-obligations",
        kept.toString());
    List<Path> proofs = files(kept, ".drat");
    assertThat(proofs).isNotEmpty();
    int longest = 0;
    for (Path file : proofs) {
      Path clauses = Path.of(file.toString().replaceFirst("drat$", "cnf"));
      List<int[]> known = clauses(Files.readAllLines(clauses));
      List<int[]> steps = clauses(Files.readAllLines(file));
      for (int[] step : steps) {
        assertThat(follows(known, step)).as(file.toString()).isTrue();
        known.add(step);
      }
      assertThat(known.getLast()).isEmpty();
      longest = Math.max(longest, steps.size());
    }
    assertThat(longest).isGreaterThan(1);
  }

  private static boolean follows(List<int[]> clauses, int[] clause) {
    Set<Integer> holds = new HashSet<>();
    for (int literal : clause) {
      holds.add(-literal);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] known : clauses) {
        int open = 0;
        int last = 0;
        boolean satisfied = false;
        for (int literal : known) {
          satisfied |= holds.contains(literal);
          if (!holds.contains(-literal)) {
            open++;
            last = literal;
          }
        }
        if (!satisfied && open == 0) {
          return true;
        }
        changed |= !satisfied && open == 1 && holds.add(last);
      }
    }
    return false;
  }

  /// Without a bound on the integers, the files are SMT-LIB; Z3 reads and decides them on its own.
  @Test
  void integersWithoutBoundsAreWrittenInSmtLib() throws IOException {
    CommandRun run =
        proof.of(
            "Init == x = 0\nNext == x' = x + 2\nInd == x \\in Nat /\\ x % 2 = 0",
            "--save-obligations", kept.toString());
    assertThat(run.status()).isZero();
    List<Path> files = files(kept, ".smt2");
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      try (Context context = new Context()) {
        Solver solver = context.mkSolver();
        solver.add(context.parseSMTLIB2File(file.toString(), null, null, null, null));
        assertThat(solver.check()).as(file.toString()).isEqualTo(Status.UNSATISFIABLE);
      }
    }
  }
}
