/// Tests of the search for lemmas.
@NullMarked
package skolem.solver.lemma;

import org.jspecify.annotations.NullMarked;
