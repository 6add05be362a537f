package skolem.cli.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import skolem.solver.bmc.Reductions;

/// The options that say how a bounded check may look at fewer behaviours.
final class ReductionOptions {
  @Option(
      names = "--reduce",
      paramLabel = "MEANS",
      defaultValue = "all",
      converter = Means.class,
      completionCandidates = Names.class,
      description = "all, none, or some of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Set<Reductions.Reduction> means = Reductions.ALL.allowed();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "0.4",
      converter = Patience.class,
      description =
          "How long a question, or all that are left, may take before the search is reduced (default: ${DEFAULT-VALUE}).")
  private Duration patience = Reductions.ALL.patience();

  Reductions reductions() {
    return new Reductions(means, patience);
  }

  /// What the means are called.
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      for (Reductions.Reduction reduction : Reductions.Reduction.values()) {
        add(name(reduction));
      }
    }
  }

  private static String name(Reductions.Reduction reduction) {
    return reduction.name().toLowerCase(Locale.ROOT);
  }

  /// Reads a list of means.
  static final class Means implements ITypeConverter<Set<Reductions.Reduction>> {
    @Override
    public Set<Reductions.Reduction> convert(String text) {
      return switch (text) {
        case "all" -> EnumSet.allOf(Reductions.Reduction.class);
        case "none" -> EnumSet.noneOf(Reductions.Reduction.class);
        default -> {
          Set<Reductions.Reduction> means = EnumSet.noneOf(Reductions.Reduction.class);
          for (String name : text.split(",", -1)) {
            means.add(named(name.strip()));
          }
          yield means;
        }
      };
    }

    private static Reductions.Reduction named(String name) {
      for (Reductions.Reduction reduction : Reductions.Reduction.values()) {
        if (name(reduction).equals(name)) {
          return reduction;
        }
      }
      throw new TypeConversionException(
          "`" + name + "` is none of all, none, " + String.join(", ", new Names()));
    }
  }

  /// Reads a number of seconds, from 0.
  static final class Patience implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
          return Duration.ofMillis(seconds.movePointRight(3).longValue());
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw new TypeConversionException("`" + text + "` is not a number of seconds, from 0");
    }
  }
}
