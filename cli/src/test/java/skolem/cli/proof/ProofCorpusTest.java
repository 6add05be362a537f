package skolem.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.cli.command.CommandRun;

/// `prove` of public inductive invariants, which were proved by machine, and of mutants of them,
/// whose right answers were computed elsewhere. the nightly profile takes all of them, else a few.
class ProofCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("skolem.root", "."))
          .toAbsolutePath()
          .resolve("../shared/corpora/inductive")
          .normalize();
  private static final boolean NIGHTLY = Boolean.getBoolean("skolem.nightly");
  private static final Pattern BROKEN =
      Pattern.compile("^ {2}(\\S+) +(\\S+) +[\\d.]+ s {2}BROKEN", Pattern.MULTILINE);
  private static final Pattern PROVED =
      Pattern.compile(
          "^ {2}(\\S+) +(\\S+) +[\\d.]+ s {2}proved(?: with (.*))?$", Pattern.MULTILINE);

  /// Rows of a table, each with its fields by their names.
  private static List<Map<String, String>> table(String file) throws IOException {
    Path path = CORPUS.resolve(file);
    assumeTrue(Files.exists(path), "the corpus is not here");
    List<String> lines = Files.readAllLines(path);
    String[] heads = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < heads.length; i++) {
        row.put(heads[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static CommandRun prove(String name, List<String> more) throws IOException {
    Map<String, String> row =
        table("index.tsv").stream()
            .filter(r -> name.equals(r.get("name")))
            .findFirst()
            .orElseThrow();
    Path spec = CORPUS.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "prove",
                spec.resolve(field(row, "module") + ".tla").toString(),
                "--config",
                spec.resolve(field(row, "cfg")).toString(),
                "--path",
                CORPUS.resolve("lib/CommunityModules")
                    + File.pathSeparator
                    + CORPUS.resolve("lib/tlapm"),
                "--init",
                field(row, "init"),
                "--next",
                field(row, "next"),
                "--inv",
                field(row, "indinv")));
    arguments.addAll(more);
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static String field(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  /// What else the command line needs: a bound for sequences where the invariant has none, and
  /// further conjuncts where the published proof uses them without naming them in `IndInv`.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ex-CoffeeCan, false, --implies TypeInvariant
          ex-DieHard, true, --implies TypeOK
          ex-Reachable, false, --implies PartialCorrectness
          ex-MissionariesAndCannibals, false, --implies TypeOK
          ex-ReadersWriters, true, --implies Safety --max-seq 3
          ex-AlternatingBit, false, --implies ABTypeInv --max-seq 3
          ex-SchedulingAllocator, false, --implies ResourceMutex --max-seq 3
          ex-SimpleAllocator, false, --implies ResourceMutex
          ex-EWD687a, false, --implies DT1Inv
          ex-EWD998, true, --implies TerminationDetection
          ex-AsyncTerminationDetection, false, --implies Safe
          ex-clean, false, --implies preservationInvariant
          ex-spanning, true, --implies SntMsg
          ex-PaxosCommit, false, --implies PCTypeOK
          ex-TCommit, false, --implies TCTypeOK
          ex-VoucherLifeCycle, false, --implies VConsistent
          ex-Barriers, false, --implies LockInv
          ex-Lock, false, --implies LockInv
          ex-Peterson, false, --implies LockProp
          ex-FindHighest, true, --inv DoneIndexValue --implies Correctness --max-seq 3
          ex-AddTwo, false, --implies Even
          tlapm-Euclid, true, --implies ResultCorrect --max-int 18
          tlapm-BubbleSort, false, --implies SortedProp
          tlapm-SumAndMax, true, --implies Correctness
          tlapm-Peterson, false, --implies MutualExclusion
          tlapm-Dekker, false, --implies Inv
          tlapm-TwoPhaseHandshake, false, --implies Inv
          tlapm-Paxos, true, --implies Consistency
          tlapm-Allocator, false, --implies Mutex
          konnov-Ben_or83, false, --inv TypeOK --implies AgreementInv
          bench-BlockingQueue, false, --implies Invariant --max-seq 3
          bench-TPaxos, false, --implies Consistency
          """)
  void machineProvedInvariantIsProved(String name, boolean always, String options)
      throws IOException {
    assumeTrue(always || NIGHTLY, "only in the nightly profile");
    CommandRun run = prove(name, List.of(options.split(" ", -1)));
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  /// The published invariant of this specification was only claimed; the counterexample that
  /// refutes it is confirmed before it is shown.
  @Test
  void claimedInvariantIsRefuted() throws IOException {
    assumeTrue(NIGHTLY, "only in the nightly profile");
    CommandRun run = prove("ex-Paxos", List.of("--k", "1"));
    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("Counterexample to induction for Phase2a and Inv!4");
  }

  // ── Mutants ─────────────────────────────────────────────────────────────────────────────────

  /// Our name for a conjunct: the corpus writes a dot, and the name of another definition where one
  /// is defined as the other.
  private static String ours(String name) {
    return name.replaceFirst("^Inv\\.", "IndInv!").replace('.', '!');
  }

  /// One conjunct is left out. Where the rest is not inductive, the same conjuncts break; actions
  /// may have other names.
  @Test
  void mutantsGetTheRightAnswer() throws IOException {
    List<Map<String, String>> rows = table("mutants.tsv");
    for (Map<String, String> row : NIGHTLY ? rows : rows.subList(0, 6)) {
      String dropped = ours(field(row, "dropped_conjunct"));
      CommandRun run =
          prove(field(row, "name"), List.of("--without", dropped, "--k", "1", "--reach", "-1"));
      Set<String> breaking = new TreeSet<>();
      for (String pair : field(row, "breaking_pairs").split("; ", -1)) {
        if (!pair.isEmpty()) {
          breaking.add(ours(pair.replaceFirst(".* breaks ", "")));
        }
      }
      Set<String> broken = new TreeSet<>();
      Matcher matcher = BROKEN.matcher(run.out());
      while (matcher.find()) {
        broken.add(matcher.group(2));
      }
      boolean inductive = field(row, "expected").equals("still_inductive");
      assertThat(run.status()).as(row + run.out()).isEqualTo(inductive ? 0 : 20);
      assertThat(broken).as(row.toString()).isEqualTo(breaking);
    }
  }

  // ── Cores ───────────────────────────────────────────────────────────────────────────────────

  /// A core has no more conjuncts than the minimal supports of the pair, which for an action
  /// without a name are those of all disjuncts.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ex-AsyncTerminationDetection, false
          ex-TCommit, false
          ex-Lock, true
          tlapm-Peterson, false
          tlapm-Dekker, false
          """)
  void coresAreNoLargerThanMinimalSupports(String name, boolean always) throws IOException {
    assumeTrue(always || NIGHTLY, "only in the nightly profile");
    Map<String, Set<String>> supports = new HashMap<>();
    for (Map<String, String> row : table("depgraph.tsv")) {
      if (name.equals(row.get("name"))) {
        Set<String> support =
            supports.computeIfAbsent(ours(field(row, "conjunct")), _ -> new LinkedHashSet<>());
        for (String conjunct : field(row, "minimal_support").split(",", -1)) {
          if (!conjunct.isEmpty()) {
            support.add(conjunct);
          }
        }
      }
    }
    assertThat(supports).isNotEmpty();
    CommandRun run = prove(name, List.of());
    Matcher matcher = PROVED.matcher(run.out());
    while (matcher.find()) {
      Set<String> support = supports.get(matcher.group(2));
      boolean step = !matcher.group(1).equals("Init") && !matcher.group(1).equals("defined");
      if (support != null && step) {
        int size = matcher.group(3) == null ? 0 : matcher.group(3).split(", ", -1).length;
        assertThat(size).as(matcher.group()).isLessThanOrEqualTo(support.size());
      }
    }
  }
}
