package skolem.cli.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skolem.cli.differential.Type.Form;

/// Random modules that treat the values of a set alike: a random behaviour, the two model values of
/// which are any two of the set, in the initial states and in each step.
final class InterchangeableGenerator {
  private static final Pattern VARIABLES = Pattern.compile("VARIABLES ([xyz, ]+)\n");

  private static final String OUTSIDE =
      """
      ---- MODULE Test ----
      CONSTANT S
      VARIABLES variables
      I(m1, m2) == INSTANCE Inside
      Init == \\E a \\in S : \\E b \\in S \\ {a} : I(a, b)!Init
      Next == \\E a \\in S : \\E b \\in S \\ {a} : I(a, b)!Next
      Inv == \\A a \\in S : \\A b \\in S \\ {a} : I(a, b)!Inv
      Bound == \\A a \\in S : \\A b \\in S \\ {a} : I(a, b)!Bound
      ====
      """;

  private InterchangeableGenerator() {}

  static Term behaviour(long seed) {
    Term inside = SpecificationGenerator.behaviour(seed);
    Matcher variables = VARIABLES.matcher(inside.text());
    if (!variables.find()) {
      throw new IllegalStateException("a behaviour without variables");
    }
    List<Object> parts = new ArrayList<>(inside.parts());
    parts.set(0, SpecificationGenerator.PRELUDE.replace("MODULE Test", "MODULE Inside"));
    parts.addFirst(OUTSIDE.replace("variables", variables.group(1)));
    return Term.of(Form.TEXT, parts.toArray());
  }

  /// Two values or three; every fourth module is looked at for deadlocks.
  static String configuration(long seed) {
    return (seed % 2 == 0 ? "CONSTANT S = {s1, s2}\n" : "CONSTANT S = {s1, s2, s3}\n")
        + "INIT Init\nNEXT Next\nINVARIANT Inv\nCONSTRAINT Bound\nCHECK_DEADLOCK "
        + (seed % 4 == 0 ? "TRUE\n" : "FALSE\n");
  }
}
