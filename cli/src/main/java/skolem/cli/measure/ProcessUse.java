package skolem.cli.measure;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a process did and took.
///
/// @param exit its status; empty where it was stopped at a limit
/// @param cpuSeconds user and system time of the process and of the processes that it waited for
/// @param peakMebibytes the greatest resident memory of the process
/// @param output what it wrote to the standard output
public record ProcessUse(
    OptionalInt exit,
    double wallSeconds,
    OptionalDouble cpuSeconds,
    OptionalDouble peakMebibytes,
    String output) {}
