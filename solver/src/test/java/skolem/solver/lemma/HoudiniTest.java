package skolem.solver.lemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skolem.encoder.formula.Deadline;
import skolem.encoder.unroll.Unrolling;
import skolem.frontend.model.Model;
import skolem.frontend.model.ModelLoader;
import skolem.solver.engine.Engine;
import skolem.solver.session.Budget;
import skolem.solver.session.SolverSession;
import skolem.solver.session.SolvingTime;

/// There is one greatest inductive subset: whoever looks for it comes to the same.
class HoudiniTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @ParameterizedTest
  @CsvSource({
    "TwoPhaseCommit, 8, ALL",
    "NamePlans, 8, BOUND",
    "LeaseLock, 8, BOUND",
    "PermissionMutex, 8, BOUND",
    "BoundedQueue, 5, BOUND",
    "LeaderElection, 2, BOUND"
  })
  void walksDropWhatTheSolverWouldDrop(String name, int steps, Room.Reach reach) {
    compare(
        ModelLoader.load(ModelLoader.Request.of(EXAMPLES.resolve(name + ".tla"))), steps, reach);
  }

  /// Clocks grow with every step, beyond what there is room for, and so do channels.
  @Test
  void walksEndWhereThereIsNoRoom(@TempDir Path folder) throws IOException {
    Path configuration = folder.resolve("TimestampMutex.cfg");
    Files.writeString(
        configuration,
        "CONSTANTS Processes = 3 MaxTime = 9\nSPECIFICATION Spec\nINVARIANT Exclusion");
    ModelLoader.Request mutex =
        new ModelLoader.Request(
            Path.of("..", "benchmarks", "specs", "TimestampMutex.tla"),
            configuration,
            List.of(),
            null,
            null,
            List.of());
    compare(ModelLoader.load(mutex), 6, Room.Reach.BOUND);
  }

  private static void compare(Model model, int steps, Room.Reach reach) {
    Strengthening.Request request = request(model, steps);
    Unrolling unrolling = new Unrolling(model);
    unrolling.begin();
    Room room =
        Objects.requireNonNull(
            Room.of(unrolling.frames(), request, Deadline.never(), Deadline.never()));
    assertThat(room.reach()).isEqualTo(reach);
    Unrolling initial = request.unrolling().again();
    initial.begin();
    RandomWalk walk = walk(room);
    Simulation.Samples samples = Objects.requireNonNull(Simulation.run(walk, initial, steps, 100));
    List<Clause> candidates = Candidates.of(samples).stream().flatMap(List::stream).toList();

    Set<Clause> walked = strongest(room, walk, candidates, request);
    assertThat(walked).isEqualTo(strongest(room, null, candidates, request));
    assertThat(walked).isNotEmpty().hasSizeLessThan(candidates.size());
  }

  private static Strengthening.Request request(Model model, int steps) {
    return new Strengthening.Request(
        new Unrolling(model),
        steps,
        Engine.AUTO,
        false,
        true,
        Budget.UNLIMITED,
        Duration.ofMinutes(5),
        new SolvingTime());
  }

  private static RandomWalk walk(Room room) {
    TwoStates circuit = room.circuit();
    return Objects.requireNonNull(RandomWalk.of(circuit, circuit.escape(room.forms())));
  }

  private static Set<Clause> strongest(
      Room room,
      @Nullable RandomWalk walk,
      List<Clause> candidates,
      Strengthening.Request request) {
    Allowance allowance = Allowance.of(request.time(), request.question());
    try (SolverSession session = request.open(room.circuit().formulas())) {
      room.circuit().assertIn(session);
      return new HashSet<>(
          Objects.requireNonNull(
              new Houdini(room.circuit(), walk, session).strongest(candidates, allowance)));
    }
  }
}
