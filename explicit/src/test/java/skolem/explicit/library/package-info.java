/// Tests of the modules that come with the program, by the values of sample expressions.
@NullMarked
package skolem.explicit.library;

import org.jspecify.annotations.NullMarked;
