package skolem.benchmarks.run;

import java.util.OptionalDouble;

/// One measured run.
///
/// @param cpuSeconds of the whole process, its start included
/// @param breakdown what the run tells about itself
public record Measurement(
    Answer answer,
    double wallSeconds,
    OptionalDouble cpuSeconds,
    OptionalDouble peakMebibytes,
    Breakdown breakdown) {}
