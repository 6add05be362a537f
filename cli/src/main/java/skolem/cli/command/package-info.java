/// The commands: one picocli class each, which asks the facades and hands over to `report`.
@NullMarked
package skolem.cli.command;

import org.jspecify.annotations.NullMarked;
