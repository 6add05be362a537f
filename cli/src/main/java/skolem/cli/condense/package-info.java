/// What happens to class files between the build and the first start, so that programs start fast:
/// what the virtual machine would make at every start, and cannot keep, is written out once.
///
/// Project Leyden calls such a step a condenser: it takes a program to one that means the same and
/// needs less at run time.
@NullMarked
package skolem.cli.condense;

import org.jspecify.annotations.NullMarked;
