package skolem.frontend.pluscal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// What a translation says of the algorithm and of the text that it was.
///
/// Written `(chksum(pcal) = "..." /\ chksum(tla) = "...")` after `BEGIN TRANSLATION`. The checksum
/// of the translation is that of Lamport's translator: CRC-32 of its lines. That of the algorithm
/// is our own, of 16 digits where the other has 8: the 64-bit FNV-1a hash of the algorithm's
/// tokens.
///
/// @param algorithm null where it is not written, or not by us
record Checksums(@Nullable String algorithm, @Nullable String translation) {
  private static final int OUR_LENGTH = 16;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final String VALUE = "\\s*(?:=\\s*\"([0-9A-Fa-f]*)\"|\\\\in\\s*STRING)\\s*";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\(\\s*(?i:ch(?:ec)?ksum\\(p(?:lus)?cal\\))"
              + VALUE
              + "/\\\\\\s*(?i:ch(?:ec)?ksum\\(tla\\+?\\))"
              + VALUE
              + "\\)");
  private static final Pattern MARKER = Pattern.compile("BEGIN\\s+TRANSLATION");

  /// Those that a marker line carries.
  static Checksums in(String markerLine) {
    Matcher matcher = WRITTEN.matcher(markerLine);
    if (!matcher.find()) {
      return new Checksums(null, null);
    }
    String algorithm = matcher.group(1);
    boolean ours = algorithm != null && algorithm.length() == OUR_LENGTH;
    return new Checksums(ours ? algorithm : null, matcher.group(2));
  }

  static Checksums of(List<Token> algorithm, List<String> translation) {
    return new Checksums(hash(algorithm), crc(translation));
  }

  /// The line with these in the place of those that it carries; as it is where it says that there
  /// shall be none.
  String writtenIn(String markerLine) {
    String text =
        "(chksum(pcal) = \"" + algorithm + "\" /\\ chksum(tla) = \"" + translation + "\")";
    Matcher matcher = WRITTEN.matcher(markerLine);
    if (matcher.find()) {
      return matcher.group(1) == null && matcher.group(2) == null
          ? markerLine
          : markerLine.substring(0, matcher.start()) + text + markerLine.substring(matcher.end());
    }
    Matcher marker = MARKER.matcher(markerLine);
    int end = marker.find() ? marker.end() : markerLine.length();
    return markerLine.substring(0, end) + " " + text + markerLine.substring(end);
  }

  private static String crc(List<String> lines) {
    CRC32 crc = new CRC32();
    lines.forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(crc.getValue());
  }

  private static String hash(List<Token> tokens) {
    long hash = FNV_OFFSET;
    for (Token token : tokens) {
      for (byte b : (token.text() + " ").getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (b & 0xff)) * FNV_PRIME;
      }
    }
    return String.format(Locale.ROOT, "%016x", hash);
  }
}
