/// `check` over whole corpora: what it says of each row beside what TLC says.
@NullMarked
package skolem.cli.sweep;

import org.jspecify.annotations.NullMarked;
