package skolem.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;

/// Turns alignment into tokens: `/\` and `\/` where they begin, continue and end a bulleted list,
/// and marks where definitions begin; opening brackets get the kind that their contents tell.
///
/// A bullet where an operand is due opens a list at its column. The same bullet at that column
/// begins the next item; any other token at or left of the column ends the list. So does whatever
/// ends or divides the construct around it: a closing bracket, `THEN`, `,`, the next definition.
/// (Lamport, *Specifying Systems*, section 15.2.1.)
final class JunctionLayout {
  /// How deeply constructs may nest; far beyond what people write, and safe for recursion.
  private static final int DEEPEST = 500;

  private enum Kind {
    LIST,
    PARENTHESES,
    BRACES,
    BRACKETS,
    ANGLES,
    IF,
    CASE_GUARD,
    CASE_VALUE,
    LET,
    BOUNDS
  }

  /// A construct that has begun and not ended.
  private record Open(Kind kind, Lexeme at, int index) {}

  private final SourceFile file;
  private final List<Lexeme> input;
  private final List<Lexeme> output;
  private final Diagnostics diagnostics;
  private final List<Open> open = new ArrayList<>();
  private @Nullable Open misindented;
  private boolean inStep;

  private JunctionLayout(SourceFile file, List<Lexeme> input, Diagnostics diagnostics) {
    this.file = file;
    this.input = input;
    this.output = new ArrayList<>(input.size() + input.size() / 4);
    this.diagnostics = diagnostics;
  }

  /// The lexemes with those of the layout among them; null where they nest too deeply, which is
  /// reported.
  static @Nullable List<Lexeme> arrange(
      SourceFile file, List<Lexeme> lexemes, Diagnostics diagnostics) {
    JunctionLayout layout = new JunctionLayout(file, lexemes, diagnostics);
    for (int i = 0; i < lexemes.size(); i++) {
      layout.place(i);
      if (layout.open.size() > DEEPEST) {
        Lexeme at = lexemes.get(i);
        diagnostics.error(
            Code.SYNTAX,
            layout.span(at),
            "nested too deeply: more than " + DEEPEST + " constructs are open here");
        return null;
      }
    }
    return layout.output;
  }

  private void place(int i) {
    Lexeme lexeme = input.get(i);
    if (lexeme.beginsDefinition()) {
      endUpToLet();
      output.add(lexeme.virtual(definitionType(), lexeme.getStartIndex()));
    } else if (!endsUnit(lexeme)) {
      if (alignWithLists(lexeme)) {
        return;
      }
    }
    divide(lexeme, i);
    output.add(lexeme);
  }

  private int definitionType() {
    if (!open.isEmpty()) {
      return TlaLexer.LET_DEFINITION;
    }
    return inStep ? TlaLexer.STEP_DEFINITION : TlaLexer.BEGIN_DEFINITION;
  }

  // ── Units ───────────────────────────────────────────────────────────────────────────────────

  /// Whether the lexeme begins or ends a unit, a proof or a step; if so ends what is open before.
  private boolean endsUnit(Lexeme lexeme) {
    switch (lexeme.getType()) {
      case TlaLexer.RECURSIVE, TlaLexer.INSTANCE, TlaLexer.LOCAL -> endUpToLet();
      case TlaLexer.STEP_BEGIN -> {
        endDownTo(0);
        inStep = true;
      }
      case TlaLexer.PROOF,
          TlaLexer.OBVIOUS,
          TlaLexer.OMITTED,
          TlaLexer.BY,
          TlaLexer.USE,
          TlaLexer.HIDE,
          TlaLexer.DEFS,
          TlaLexer.PROVE,
          TlaLexer.BOX_PROVE,
          TlaLexer.ASSUME,
          TlaLexer.BOX_ASSUME ->
          endDownTo(0);
      case TlaLexer.QED,
          TlaLexer.THEOREM,
          TlaLexer.ASSUMPTION,
          TlaLexer.VARIABLE,
          TlaLexer.CONSTANT,
          TlaLexer.EXTENDS,
          TlaLexer.MODULE_BEGIN,
          TlaLexer.MODULE_END,
          TlaLexer.DASHES,
          TlaLexer.EOF -> {
        boolean hypothesis =
            lexeme.getType() == TlaLexer.CONSTANT || lexeme.getType() == TlaLexer.VARIABLE;
        endDownTo(0);
        inStep = inStep && hypothesis;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void endUpToLet() {
    int depth = open.size();
    while (depth > 0 && open.get(depth - 1).kind() != Kind.LET) {
      depth--;
    }
    endDownTo(depth);
  }

  private void endDownTo(int depth) {
    while (open.size() > depth) {
      pop();
    }
  }

  private void pop() {
    Open last = open.removeLast();
    if (last.kind() == Kind.LIST) {
      Lexeme before = output.getLast();
      output.add(last.at().virtual(TlaLexer.LIST_CLOSE, before.end()));
    }
  }

  // ── Columns ─────────────────────────────────────────────────────────────────────────────────

  /// Ends the lists that the lexeme stands left of; true where it begins the next item of one.
  private boolean alignWithLists(Lexeme lexeme) {
    int depth = innermostList(open.size());
    while (depth >= 0 && lexeme.column() <= open.get(depth).at().column()) {
      Open list = open.get(depth);
      boolean item = continues(list, lexeme);
      Open unfinished = unfinishedAbove(depth);
      if (unfinished != null) {
        reportMisindented(list, unfinished, lexeme);
      }
      if (item) {
        endDownTo(depth + 1);
        lexeme.setType(TlaLexer.LIST_ITEM);
        output.add(lexeme);
        return true;
      }
      if (unfinished != null) {
        return false;
      }
      endDownTo(depth);
      depth = innermostList(depth);
    }
    return false;
  }

  private int innermostList(int below) {
    int depth = below - 1;
    while (depth >= 0 && open.get(depth).kind() != Kind.LIST) {
      depth--;
    }
    return depth;
  }

  private static boolean continues(Open list, Lexeme lexeme) {
    return lexeme.column() == list.at().column()
        && (lexeme.getType() == TlaLexer.INFIX || lexeme.getType() == TlaLexer.BULLET)
        && OperatorRoles.isBullet(lexeme)
        && OperatorRoles.conjunction(lexeme) == OperatorRoles.conjunction(list.at());
  }

  /// The outermost construct inside the list that cannot end yet, or null.
  private @Nullable Open unfinishedAbove(int depth) {
    for (int i = depth + 1; i < open.size(); i++) {
      if (open.get(i).kind() != Kind.CASE_VALUE) {
        return open.get(i);
      }
    }
    return null;
  }

  private void reportMisindented(Open list, Open unfinished, Lexeme lexeme) {
    if (list.equals(misindented)) {
      return;
    }
    misindented = list;
    String bullet = list.at().getText();
    String text =
        "`%s` is not right of the `%s` of its list, though the `%s` before it is not finished"
            .formatted(lexeme.getText(), bullet, unfinished.at().getText());
    diagnostics.report(
        Diagnostic.error(Code.SYNTAX, span(lexeme), text)
            .with(span(list.at()), "the list begins here")
            .with(span(unfinished.at()), "this is not finished"));
  }

  private Span span(Lexeme lexeme) {
    return file.span(lexeme.getStartIndex(), Math.max(lexeme.end(), lexeme.getStartIndex()));
  }

  // ── Constructs ──────────────────────────────────────────────────────────────────────────────

  /// Begins, divides or ends the construct that the lexeme belongs to.
  private void divide(Lexeme lexeme, int i) {
    switch (lexeme.getType()) {
      case TlaLexer.BULLET -> {
        lexeme.setType(TlaLexer.LIST_OPEN);
        open(Kind.LIST, i);
      }
      case TlaLexer.LPAREN -> open(Kind.PARENTHESES, i);
      case TlaLexer.LBRACE -> open(Kind.BRACES, i);
      case TlaLexer.LBRACKET -> open(Kind.BRACKETS, i);
      case TlaLexer.LANGLE -> open(Kind.ANGLES, i);
      case TlaLexer.IF -> open(Kind.IF, i);
      case TlaLexer.CASE -> open(Kind.CASE_GUARD, i);
      case TlaLexer.LET -> open(Kind.LET, i);
      case TlaLexer.QUANTIFIER, TlaLexer.CHOOSE, TlaLexer.LAMBDA, TlaLexer.PICK ->
          open(Kind.BOUNDS, i);
      case TlaLexer.COMMA, TlaLexer.THEN -> endLists();
      case TlaLexer.ELSE -> close(Kind.IF);
      case TlaLexer.IN -> close(Kind.LET);
      case TlaLexer.RPAREN -> close(Kind.PARENTHESES);
      case TlaLexer.RBRACE -> close(Kind.BRACES);
      case TlaLexer.RBRACKET -> close(Kind.BRACKETS);
      case TlaLexer.RANGLE -> close(Kind.ANGLES);
      case TlaLexer.RBRACKET_SUB -> retype(close(Kind.BRACKETS), TlaLexer.LBRACKET_ACTION);
      case TlaLexer.RANGLE_SUB -> retype(close(Kind.ANGLES), TlaLexer.LANGLE_ACTION);
      case TlaLexer.ARROW -> {
        endLists();
        if (!replaceCase(Kind.CASE_GUARD, Kind.CASE_VALUE)) {
          retype(enclosing(Kind.BRACKETS), TlaLexer.LBRACKET_FUNCTIONS);
        }
      }
      case TlaLexer.CASE_BAR -> replaceCase(Kind.CASE_VALUE, Kind.CASE_GUARD);
      case TlaLexer.EXCEPT -> retype(enclosing(Kind.BRACKETS), TlaLexer.LBRACKET_EXCEPT);
      case TlaLexer.MAPSTO -> {
        Open bracket = enclosing(Kind.BRACKETS);
        boolean record = bracket != null && i == bracket.index() + 2;
        retype(bracket, record ? TlaLexer.LBRACKET_RECORD : TlaLexer.LBRACKET_FUNCTION);
      }
      case TlaLexer.COLON -> divideAtColon();
      default -> {}
    }
  }

  private void divideAtColon() {
    endLists();
    if (close(Kind.BOUNDS) != null) {
      return;
    }
    Open brace = enclosing(Kind.BRACES);
    if (brace != null) {
      boolean filter = patternFollows(brace.index() + 1);
      retype(brace, filter ? TlaLexer.LBRACE_FILTER : TlaLexer.LBRACE_MAP);
    } else {
      retype(enclosing(Kind.BRACKETS), TlaLexer.LBRACKET_RECORDS);
    }
  }

  /// Whether `x \in` or `<<x, y>> \in` stands at index `i`.
  private boolean patternFollows(int i) {
    int next = i;
    int last = TlaLexer.IDENTIFIER;
    if (input.get(i).getType() == TlaLexer.LANGLE) {
      last = TlaLexer.RANGLE;
      do {
        next++;
      } while (input.get(next).getType() == TlaLexer.IDENTIFIER
          || input.get(next).getType() == TlaLexer.COMMA);
    }
    return input.get(next).getType() == last && input.get(next + 1).getType() == TlaLexer.IN_SET;
  }

  private void open(Kind kind, int i) {
    open.add(new Open(kind, input.get(i), i));
  }

  /// Ends the lists, and the CASEs without a mark at their end, up to the construct around them.
  private void endLists() {
    while (isLast(Kind.LIST) || isLast(Kind.CASE_VALUE)) {
      pop();
    }
  }

  private @Nullable Open enclosing(Kind kind) {
    endLists();
    return isLast(kind) ? open.getLast() : null;
  }

  private @Nullable Open close(Kind kind) {
    Open construct = enclosing(kind);
    if (construct != null) {
      open.removeLast();
    }
    return construct;
  }

  private boolean replaceCase(Kind from, Kind to) {
    while (isLast(Kind.LIST)) {
      pop();
    }
    if (!isLast(from)) {
      return false;
    }
    Open last = open.removeLast();
    open.add(new Open(to, last.at(), last.index()));
    return true;
  }

  private boolean isLast(Kind kind) {
    return !open.isEmpty() && open.getLast().kind() == kind;
  }

  private static void retype(@Nullable Open bracket, int type) {
    if (bracket != null
        && (bracket.at().getType() == TlaLexer.LBRACKET
            || bracket.at().getType() == TlaLexer.LBRACE
            || bracket.at().getType() == TlaLexer.LANGLE)) {
      bracket.at().setType(type);
    }
  }
}
