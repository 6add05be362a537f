package skolem.inductive.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers found by earlier runs, in a folder. A proof is a file for each goal, which names the
/// hypotheses that it used and has the digest of all that was proved; a file for what is possible
/// has the digest of that and of all hypotheses.
///
/// A file counts only if it is whole and of this version, and if the digest of goal and hypotheses,
/// as they are now, is the one in the file; all else is as if it were not there.
public final class VerdictCache {
  private static final String PROOF = "skolem proof 1";
  private static final String POSSIBLE = "skolem possible 1";

  private final Path folder;

  /// @throws UncheckedIOException where the folder cannot be made
  public VerdictCache(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The names of the hypotheses that a proof of a goal used; null where none is known.
  ///
  /// @param goal the digest of what is given, and of the goal
  /// @param whole the digest of all that, and of the hypotheses of these names; null where there
  ///   are none of such names
  public @Nullable List<String> find(String goal, Function<List<String>, @Nullable String> whole) {
    List<String> lines = read(proof(goal), PROOF);
    if (lines.isEmpty()) {
      return null;
    }
    List<String> names = lines.subList(1, lines.size());
    return lines.getFirst().equals(whole.apply(names)) ? names : null;
  }

  /// Records a proof; where that is not possible, the next run has to prove anew.
  public void record(String goal, String whole, List<String> names) {
    List<String> content = new ArrayList<>(List.of(whole));
    content.addAll(names);
    write(proof(goal), PROOF, content);
  }

  /// Whether something is known to be possible.
  ///
  /// @param goal the digest of what is given, and of what may be possible
  /// @param whole the digest of all that, and of all hypotheses
  public boolean isPossible(String goal, String whole) {
    return read(possible(goal), POSSIBLE).equals(List.of(whole));
  }

  /// Records that something is possible; where that cannot be done, the next run has to ask anew.
  public void recordPossible(String goal, String whole) {
    write(possible(goal), POSSIBLE, List.of(whole));
  }

  private Path proof(String goal) {
    return folder.resolve(goal);
  }

  private Path possible(String goal) {
    return folder.resolve(goal + ".possible");
  }

  /// What a file holds between its version and its checksum; nothing where it does not count.
  private static List<String> read(Path file, String version) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      int last = lines.size() - 1;
      return last > 0
              && lines.getFirst().equals(version)
              && lines.get(last).equals(checksum(lines.subList(0, last)))
          ? List.copyOf(lines.subList(1, last))
          : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  private void write(Path file, String version, List<String> content) {
    List<String> lines = new ArrayList<>(List.of(version));
    lines.addAll(content);
    lines.add(checksum(lines));
    try {
      Path written = Files.createTempFile(folder, "answer", ".tmp");
      Files.write(written, lines, StandardCharsets.UTF_8);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // Nothing is lost but time.
    }
  }

  private static String checksum(List<String> lines) {
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
