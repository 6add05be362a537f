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

/// Proofs found by earlier runs, in a folder: a file for each goal, which names the hypotheses that
/// its proof used and the digest of all that was proved.
///
/// A file counts only if it is whole and of this version, and if the digest of goal and hypotheses,
/// as they are now, is the one in the file; all else is as if it were not there.
public final class VerdictCache {
  private static final String VERSION = "skolem proof 1";

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
    List<String> lines;
    try {
      lines = Files.readAllLines(file(goal), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return null;
    }
    if (lines.size() < 3
        || !lines.getFirst().equals(VERSION)
        || !lines.getLast().equals(checksum(lines.subList(0, lines.size() - 1)))) {
      return null;
    }
    List<String> names = List.copyOf(lines.subList(2, lines.size() - 1));
    return lines.get(1).equals(whole.apply(names)) ? names : null;
  }

  /// Records a proof; where that is not possible, the next run has to prove anew.
  public void record(String goal, String whole, List<String> names) {
    List<String> lines = new ArrayList<>(List.of(VERSION, whole));
    lines.addAll(names);
    lines.add(checksum(lines));
    try {
      Path written = Files.createTempFile(folder, "proof", ".tmp");
      Files.write(written, lines, StandardCharsets.UTF_8);
      Files.move(written, file(goal), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // Nothing is lost but time.
    }
  }

  private Path file(String goal) {
    return folder.resolve(goal);
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
