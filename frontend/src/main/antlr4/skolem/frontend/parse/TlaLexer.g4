// The words of TLA+. Kept small on purpose: which operator a run of symbol characters begins with,
// and which identifiers are reserved words, is decided by a table (class Lexicon).
lexer grammar TlaLexer;

tokens {
  // Reserved words.
  ASSUME, ASSUMPTION, BY, CASE, CHOOSE, CONSTANT, DEFS, DEFINE, ELSE, EXCEPT, EXTENDS, FAIRNESS,
  HAVE, HIDE, IF, IN, INSTANCE, LAMBDA, LET, LEVEL, LOCAL, MODULE, NEW, OBVIOUS, OMITTED, ONLY,
  OTHER, PICK, PROOF, PROVE, QED, QUANTIFIER, RECURSIVE, SUFFICES, TAKE, THEN, THEOREM, USE,
  VARIABLE, WITH, WITNESS,
  // Punctuation that is spelled with symbol characters.
  ARROW, AT, BANG, COLON, DEF, DOT, DOUBLE_COLON, LANGLE, LARROW, MAPSTO, RANGLE,
  // An operator symbol, and the roles that OperatorRoles finds for it.
  OPERATOR, PREFIX, INFIX, POSTFIX, NAMED, IN_SET, EQUALS, BULLET, CASE_BAR,
  // Roles of other tokens that their surroundings tell.
  STEP_BEGIN, STEP_NAME, CASE_STEP, SEQUENT_LABEL, PATH_SIDE, PATH_WHOLE,
  // What JunctionLayout adds, and the kinds that it finds for opening brackets.
  LIST_OPEN, LIST_ITEM, LIST_CLOSE, BEGIN_DEFINITION, LET_DEFINITION, STEP_DEFINITION,
  LBRACE_FILTER, LBRACE_MAP, LANGLE_ACTION,
  LBRACKET_ACTION, LBRACKET_EXCEPT, LBRACKET_FUNCTION, LBRACKET_FUNCTIONS, LBRACKET_RECORD,
  LBRACKET_RECORDS
}

// ── Text around modules ───────────────────────────────────────────────────────────────────────

MODULE_BEGIN : '----' '-'* [ \t]* 'MODULE' -> pushMode(SPECIFICATION) ;
OUTSIDE_DASHES : '-'+ -> skip ;
OUTSIDE_TEXT : ~[-]+ -> skip ;

// ── Inside a module ───────────────────────────────────────────────────────────────────────────

mode SPECIFICATION;

NESTED_BEGIN : '----' '-'* [ \t]* 'MODULE' -> type(MODULE_BEGIN), pushMode(SPECIFICATION) ;
DASHES : '----' '-'* ;
MODULE_END : '====' '='* -> popMode ;

SPACE : [ \t\r\n\f\u00A0\uFEFF]+ -> skip ;
LINE_COMMENT : '\\*' ~[\r\n]* -> skip ;
COMMENT_BEGIN : '(*' -> skip, pushMode(COMMENT) ;

BOX_ASSUME : '[]ASSUME' ;
BOX_PROVE : '[]PROVE' ;

STEP : '<' ([0-9]+ | [*+]) '>' ([a-zA-Z0-9_]+ | [*\-])? '.'* ;
NUMBER
  : [0-9]+ ('.' [0-9]+)?
  | '.' [0-9]+
  | '\\' ([bB] [01]+ | [oO] [0-7]+ | [hH] [0-9a-fA-F]+)
  ;
IDENTIFIER : [0-9_]* [a-zA-Z] [a-zA-Z0-9_]* ;
UNDERSCORE : '_' ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;

COMMA : ',' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACE : '{' ;
RBRACE : '}' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
RBRACKET_SUB : ']_' ;
RANGLE_SUB : '>>_' | '⟩_' ;

// Each of these is cut down to the longest operator or punctuation that it begins with.
SYMBOLS
  : [!#$%&*+\-./:<=>?@^|~']+
  | '\\' [a-zA-Z]*
  | '/\\' | '\\/' | '[]'
  | '(+)' | '(-)' | '(.)' | '(/)' | '(\\X)'
  | [\u0080-\uFFFF]
  ;
UNKNOWN : . ;

// ── Inside block comments, which nest ─────────────────────────────────────────────────────────

mode COMMENT;

COMMENT_NESTED : '(*' -> skip, pushMode(COMMENT) ;
COMMENT_END : '*)' -> skip, popMode ;
COMMENT_TEXT : ~[(*]+ -> skip ;
COMMENT_CHAR : [(*] -> skip ;
