/// Running a row as a process and measuring it. May import `corpus`.
@NullMarked
package skolem.benchmarks.run;

import org.jspecify.annotations.NullMarked;
