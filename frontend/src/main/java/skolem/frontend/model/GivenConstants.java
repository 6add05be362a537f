package skolem.frontend.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.syntax.Identifier;
import skolem.frontend.value.Value;

/// What the command line says of constants.
///
/// @param bound as a configuration would bind them
/// @param sets of the constants that are left open, by their names, as text
/// @param fixed values, before anything else
record GivenConstants(
    List<ModelConfig.Constant> bound, Map<String, String> sets, Map<String, Value> fixed) {
  private static final Pattern OPEN =
      Pattern.compile("\\s*(\\w+)\\s*\\\\in\\b(.*)", Pattern.DOTALL);

  static GivenConstants read(ModelLoader.Wishes wishes, Diagnostics diagnostics) {
    List<ModelConfig.Constant> bound = new ArrayList<>();
    Map<String, String> sets = new LinkedHashMap<>();
    for (String constant : wishes.constants()) {
      Matcher open = OPEN.matcher(constant);
      if (open.matches()) {
        sets.put(open.group(1), open.group(2).strip());
      } else {
        SourceFile text = new SourceFile("--const", "CONSTANT " + constant);
        bound.addAll(ConfigParser.parse(text, diagnostics).constants());
      }
    }
    wishes.fixed().keySet().forEach(sets::remove);
    return new GivenConstants(bound, sets, wishes.fixed());
  }

  /// The names of all constants that this says something of.
  Set<String> names() {
    Set<String> names = new TreeSet<>(sets.keySet());
    bound.forEach(constant -> names.add(constant.name().name()));
    names.addAll(fixed.keySet());
    return names;
  }

  /// The configuration's constants, with these instead of what it says of them.
  List<ModelConfig.Constant> over(List<ModelConfig.Constant> configured) {
    Set<String> names = names();
    List<ModelConfig.Constant> all = new ArrayList<>();
    for (ModelConfig.Constant constant : configured) {
      Identifier module = constant.module();
      if (module != null || !names.contains(constant.name().name())) {
        all.add(constant);
      }
    }
    all.addAll(bound);
    return all;
  }
}
