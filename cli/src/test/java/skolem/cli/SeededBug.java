package skolem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A specification under `examples/bugs`, and what is wrong with it.
///
/// The depths are counted by hand, from the least that each fault needs.
enum SeededBug {
  /// Two leases with an expiry between them; the second holder writes, then the first.
  LEASE_LOCK("LeaseLockUnfenced", 12, "NoStaleWrite", 5, "Write\\(c = c[1-3]\\)", "c1, c2, c3"),
  /// For each of two leaders: stand, be granted the vote of one other node, count it, lead; and one
  /// voter crashes in between.
  LEADER_ELECTION(
      "LeaderElectionForgetful", 12, "OneLeaderPerTerm", 9, "Lead\\(n = n[1-3]\\)", "n1, n2, n3"),
  /// Each of two processes asks, is asked, is permitted, and enters.
  PERMISSION_MUTEX("PermissionMutexTie", 12, "MutualExclusion", 8, "Enter\\(p = [12]\\)", ""),
  /// Two plans are written, picked and enacted in the wrong order; the newer one's cleaning.
  NAME_PLANS("NamePlansStale", 12, "Served", 7, "CleanUp\\(e = e[12]\\)", "e1, e2"),
  /// Both consumers wait; a put wakes one, and the producer waits; a take wakes the other consumer
  /// instead of the producer; then both consumers wait again.
  BOUNDED_QUEUE(
      "BoundedQueueOneCondition",
      11,
      "deadlock freedom",
      7,
      "Take\\(consumer = c[12]\\)",
      "p1, c1, c2");

  private final String module;
  private final int status;
  private final String property;
  private final int depth;
  private final Pattern lastStep;
  private final String modelValues;

  SeededBug(
      String module, int status, String property, int depth, String lastStep, String modelValues) {
    this.module = module;
    this.status = status;
    this.property = property;
    this.depth = depth;
    this.lastStep = Pattern.compile(lastStep);
    this.modelValues = modelValues;
  }

  String module() {
    return module;
  }

  Path specification() {
    return Places.BUGS.resolve(module + ".tla");
  }

  Path configuration() {
    return Places.BUGS.resolve(module + ".cfg");
  }

  /// The arguments of a command on this specification.
  String[] arguments(String command, String... more) {
    List<String> start =
        List.of(command, specification().toString(), "--path", Places.EXAMPLES.toString());
    return java.util.stream.Stream.concat(start.stream(), List.of(more).stream())
        .toArray(String[]::new);
  }

  /// What a run that finds the fault exits with.
  int status() {
    return status;
  }

  /// What is violated, as `check` names it.
  String property() {
    return property;
  }

  /// The fewest steps to a violation.
  int depth() {
    return depth;
  }

  /// The last step of a shortest violation, with its parameters, whichever symmetric variant it is.
  Pattern lastStep() {
    return lastStep;
  }

  /// The model values that only the configuration declares, separated by commas; may be empty.
  String modelValues() {
    return modelValues;
  }
}
