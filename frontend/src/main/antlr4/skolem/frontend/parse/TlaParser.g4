// The grammar of TLA+ over the tokens that JunctionLayout gives. One token of lookahead decides
// everywhere, so the generated parser never falls back to adaptive prediction: operators stand in a
// flat sequence (class OperatorPrecedence groups them), everything that extends as far right as
// it can (quantifiers, IF, CASE, LET, LAMBDA) counts as a prefix, and steps of proofs are listed
// without nesting (class ProofBuilder nests them by their levels).
parser grammar TlaParser;

options { tokenVocab = TlaLexer; }

// ── Modules and units ─────────────────────────────────────────────────────────────────────────

moduleHead : MODULE_BEGIN IDENTIFIER DASHES (EXTENDS IDENTIFIER (COMMA IDENTIFIER)*)? ;

unit
  : DASHES
  | VARIABLE IDENTIFIER (COMMA IDENTIFIER)*
  | CONSTANT parameter (COMMA parameter)*
  | recursive
  | LOCAL (BEGIN_DEFINITION definition | instance)
  | BEGIN_DEFINITION definition
  | instance
  | (ASSUME | ASSUMPTION) unitName? expr
  | THEOREM unitName? statement proof?
  | useOrHide
  ;

unitName : BEGIN_DEFINITION IDENTIFIER DEF ;
recursive : RECURSIVE parameter (COMMA parameter)* ;

parameter
  : IDENTIFIER (LPAREN UNDERSCORE (COMMA UNDERSCORE)* RPAREN)?
  | UNDERSCORE (infixSymbol UNDERSCORE | POSTFIX)
  | PREFIX UNDERSCORE
  ;

definition : definitionHead DEF (instance | expr) ;

definitionHead
  : PREFIX IDENTIFIER
  | IDENTIFIER
    ( LPAREN parameter (COMMA parameter)* RPAREN
    | LBRACKET bounds RBRACKET
    | infixSymbol IDENTIFIER
    | POSTFIX
    )?
  ;

instance : INSTANCE IDENTIFIER (WITH substitution (COMMA substitution)*)? ;
substitution : (IDENTIFIER | NAMED) LARROW expr ;

// ── Theorems and proofs ───────────────────────────────────────────────────────────────────────

statement : sequent | expr ;
sequent
  : (SEQUENT_LABEL DOUBLE_COLON)? (ASSUME | BOX_ASSUME) hypothesis (COMMA hypothesis)*
    (PROVE | BOX_PROVE) expr
  ;

hypothesis
  : NEW (CONSTANT | VARIABLE | LEVEL)? parameter (IN_SET expr)?
  | (CONSTANT | VARIABLE | LEVEL) parameter (IN_SET expr)?
  | statement
  ;

proof : PROOF (terminalProof | step+) | terminalProof | step+ ;
terminalProof : OBVIOUS | OMITTED | BY ONLY? facts ;
useOrHide : (USE ONLY? | HIDE) facts ;
facts : fact (COMMA fact)* definitionFacts? | definitionFacts ;
definitionFacts : DEFS definitionFact (COMMA definitionFact)* ;
fact : MODULE IDENTIFIER | expr ;
definitionFact : MODULE IDENTIFIER | reference ;

step : STEP_BEGIN stepBody (PROOF terminalProof? | terminalProof)? ;

stepBody
  : SUFFICES? statement
  | HAVE expr
  | CASE_STEP expr
  | TAKE bounds
  | WITNESS expr (COMMA expr)*
  | PICK bounds COLON expr
  | DEFINE? (STEP_DEFINITION definition)+
  | useOrHide
  | instance
  | QED
  ;

// ── Expressions ───────────────────────────────────────────────────────────────────────────────

expr : prefix* operand postfix* (infix prefix* operand postfix*)* ;

prefix
  : PREFIX
  | QUANTIFIER bounds COLON
  | CHOOSE pattern (IN_SET expr)? COLON
  | LAMBDA IDENTIFIER (COMMA IDENTIFIER)* COLON
  | IF expr THEN expr ELSE
  | CASE guard ARROW
  | LET letUnit+ IN
  ;

infix
  : infixSymbol
  | DOUBLE_COLON
  | CASE_BAR guard ARROW
  ;

postfix
  : POSTFIX
  | arrayArguments
  | DOT IDENTIFIER
  ;

infixSymbol : INFIX | IN_SET | EQUALS ;
guard : OTHER | expr ;
letUnit : LOCAL? LET_DEFINITION definition | recursive ;

operand
  : reference
  | NUMBER
  | STRING
  | AT
  | LPAREN expr RPAREN
  | LIST_OPEN expr (LIST_ITEM expr)* LIST_CLOSE
  | LBRACE (expr (COMMA expr)*)? RBRACE
  | LBRACE_FILTER pattern IN_SET expr COLON expr RBRACE
  | LBRACE_MAP expr COLON bounds RBRACE
  | tuple
  | LANGLE_ACTION expr RANGLE_SUB operand
  | LBRACKET_ACTION expr RBRACKET_SUB operand
  | LBRACKET_FUNCTION bounds MAPSTO expr RBRACKET
  | LBRACKET_FUNCTIONS expr ARROW expr RBRACKET
  | LBRACKET_RECORD field (COMMA field)* RBRACKET
  | LBRACKET_RECORDS fieldSet (COMMA fieldSet)* RBRACKET
  | LBRACKET_EXCEPT expr EXCEPT update (COMMA update)* RBRACKET
  | FAIRNESS (reference | (LPAREN expr RPAREN | tuple) LPAREN expr RPAREN)
  ;

tuple : LANGLE (expr (COMMA expr)*)? RANGLE ;
field : IDENTIFIER MAPSTO expr ;
fieldSet : IDENTIFIER COLON expr ;
update : BANG selector+ EQUALS expr ;
selector : arrayArguments | DOT IDENTIFIER ;
arrayArguments : LBRACKET expr (COMMA expr)* RBRACKET ;

reference : (IDENTIFIER | NAMED | STEP_NAME) arguments? (BANG pathStep)* ;
arguments : LPAREN expr (COMMA expr)* RPAREN ;

pathStep
  : (IDENTIFIER | NAMED) arguments?
  | NUMBER
  | PATH_SIDE
  | PATH_WHOLE
  | AT
  | arguments
  ;

bounds : bound (COMMA bound)* ;
bound : pattern (IN_SET expr)? ;
pattern : IDENTIFIER | LANGLE IDENTIFIER (COMMA IDENTIFIER)* RANGLE ;
