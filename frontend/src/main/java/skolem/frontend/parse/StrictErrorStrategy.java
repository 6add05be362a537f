package skolem.frontend.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/// Neither inserts nor deletes tokens: the first fault of a unit leaves the generated parser as an
/// exception, and [ModuleParser] goes on at the next unit.
final class StrictErrorStrategy extends DefaultErrorStrategy {
  @Override
  public void sync(Parser parser) {}

  @Override
  public void reportError(Parser parser, RecognitionException fault) {}

  @Override
  public void recover(Parser parser, RecognitionException fault) {
    throw fault;
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }
}
