package skolem.frontend.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Damages a text at random, byte by byte or word by word, as an editor, a merge or a disk would.
final class Mutator {
  private static final int MOST = 4;
  private static final int LONGEST = 60;

  /// What means most to a parser of TLA+, of algorithms and of configurations.
  private static final List<String> WORDS =
      List.of(
          "/\\ ",
          "\\/ ",
          "\n  /\\ ",
          "]_",
          "<<",
          ">>",
          ">>_",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "IF ",
          "THEN ",
          "ELSE ",
          "LET ",
          "IN ",
          "CASE ",
          "[]",
          "->",
          "|->",
          ":",
          "::",
          "==",
          "=",
          "'",
          "LAMBDA x: ",
          "CHOOSE x : ",
          "\\A x \\in S : ",
          "\\EE x : ",
          "<1>1. ",
          "<1>",
          "QED ",
          "BY ",
          "DEF ",
          "PROOF ",
          "ASSUME ",
          "PROVE ",
          "NEW ",
          "\n====\n",
          "\n---- MODULE M ----\n",
          "\n---- CONFIG M ----\n",
          "EXTENDS ",
          "EXCEPT ",
          "!",
          "!.",
          "!1",
          "(*",
          "*)",
          "\\*",
          "\"",
          "LOCAL ",
          "INSTANCE ",
          "WITH ",
          "<-",
          "THEOREM ",
          "VARIABLE ",
          "CONSTANT ",
          "RECURSIVE ",
          "WF_",
          "@",
          "-.",
          "USE ",
          "OTHER ",
          "--algorithm A {",
          "begin ",
          "end ",
          "while ",
          "either ",
          "await ",
          "l1: ",
          ":=",
          "||",
          "\uFEFF",
          "∈",
          "⟨",
          "99999999999999999999",
          ".5",
          "\\b2",
          "\r");

  private final Random random;

  Mutator(long seed) {
    this.random = new Random(seed);
  }

  /// A text that differs from this one in a few places.
  ///
  /// @param other where stretches may be copied from
  byte[] mutate(byte[] text, byte[] other) {
    byte[] mutated = text;
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      mutated = once(mutated, other);
    }
    return mutated;
  }

  private byte[] once(byte[] text, byte[] other) {
    int at = random.nextInt(text.length + 1);
    int end = Math.min(text.length, at + random.nextInt(LONGEST));
    return switch (random.nextInt(8)) {
      case 0 -> replaced(text, at, Math.min(text.length, at + 1), flipped(text, at));
      case 1 -> replaced(text, at, Math.min(text.length, at + 1), anyBytes(1));
      case 2 -> replaced(text, at, at, anyBytes(1 + random.nextInt(3)));
      case 3 -> replaced(text, at, end, new byte[0]);
      case 4 -> replaced(text, at, Math.min(text.length, at + 1), new byte[0]);
      case 5 -> replaced(text, random.nextInt(text.length + 1), text, at, end);
      case 6 -> replaced(text, at, at, word());
      default -> {
        int from = random.nextInt(other.length + 1);
        yield replaced(
            text, at, other, from, Math.min(other.length, from + random.nextInt(LONGEST)));
      }
    };
  }

  private byte[] flipped(byte[] text, int at) {
    return at == text.length
        ? new byte[0]
        : new byte[] {(byte) (text[at] ^ (1 << random.nextInt(8)))};
  }

  private byte[] anyBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /// The text with a stretch of another put in.
  private static byte[] replaced(byte[] text, int at, byte[] from, int start, int end) {
    byte[] stretch = java.util.Arrays.copyOfRange(from, start, end);
    return replaced(text, at, at, stretch);
  }

  private static byte[] replaced(byte[] text, int start, int end, byte[] by) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length + by.length);
    bytes.write(text, 0, start);
    bytes.writeBytes(by);
    bytes.write(text, end, text.length - end);
    return bytes.toByteArray();
  }
}
