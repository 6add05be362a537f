import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.impl.Value;
import util.SimpleFilenameToStream;

/// Evaluates, by TLC's own evaluator, each assumption of the module `Test` in this folder, which is
/// an equation, and goes on where one has no value; prints a line for each, in their order: `@same`
/// or `@other` and what the left side is, or `@error` and why it has no value.
class Assumptions {
  private static final FastTool TOOL =
      new FastTool("", "Test", "Test", new SimpleFilenameToStream());

  public static void main(String[] arguments) {
    for (ExprNode assumption : TOOL.getAssumptions()) {
      ExprOrOpArgNode[] sides = ((OpApplNode) assumption).getArgs();
      System.out.println(answer(sides[0], sides[1]).replace('\n', ' '));
    }
  }

  private static String answer(ExprOrOpArgNode left, ExprOrOpArgNode right) {
    try {
      Value value = value(left);
      if (value.equals(value(right))) {
        return "@same " + value;
      }
    } catch (RuntimeException | StackOverflowError e) {
      // They may be of kinds that TLC does not compare.
    }
    try {
      Value value = value(left);
      // To its last part.
      return value.equals(value(left)) ? "@other " + value : "@error not itself";
    } catch (RuntimeException | StackOverflowError e) {
      return "@error " + e;
    }
  }

  private static Value value(ExprOrOpArgNode side) {
    return (Value) TOOL.eval(side, Context.Empty, TLCState.Empty);
  }
}
